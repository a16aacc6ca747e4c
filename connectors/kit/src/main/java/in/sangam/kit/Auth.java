package in.sangam.kit;

/** How the hub shows a portal who it is. */
public sealed interface Auth {

    /** No credential. */
    record None() implements Auth {}

    /** {@code Authorization: Bearer …}. */
    record Bearer(Secret token) implements Auth {}

    /** A key in a header of the portal's own. */
    record ApiKey(String header, Secret key) implements Auth {}

    /** User name and password: WS-Security UsernameToken for SOAP, the login for SQL. */
    record Login(Secret username, Secret password) implements Auth {}
}
