package in.sangam.routes.broker;

/** Who the hub is at a broker. The password is generated or comes from the operator; it is never logged. */
public record BrokerAccount(String user, String password) {

    @Override
    public String toString() {
        return user;
    }
}
