package in.sangam.sandbox.home;

/**
 * How one server of the sandbox reaches a database of another, on loopback.
 *
 * @param user role to log in as, with its password
 */
public record Address(int port, String database, String user, String password) {

    @Override
    public String toString() {
        return user + " at 127.0.0.1:" + port + "/" + database;
    }
}
