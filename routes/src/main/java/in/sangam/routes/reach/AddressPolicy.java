package in.sangam.routes.reach;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * Addresses that the hub never calls, whatever a manifest, a next link or a name service says: link-local ones, where clouds serve
 * the credentials of their machines (RFC 3927, RFC 4291 2.5.6), and such services at other addresses. Loopback and private
 * networks are allowed: portals of a state live there.
 */
public final class AddressPolicy {

    private static final Set<String> METADATA = Set.of(
            "fd00:ec2:0:0:0:0:0:254", "fd20:ce:0:0:0:0:0:254", "100.100.100.200", "168.63.129.16", "192.0.0.192");
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final int IPV6_LENGTH = 16;

    private AddressPolicy() {}

    /** Throws {@link Refused} for an address that is never called. */
    public static void check(String host, InetAddress address) throws Refused {
        InetAddress meant = embedded(address);
        if (meant.isLinkLocalAddress()
                || meant.isMulticastAddress()
                || meant.isAnyLocalAddress()
                || METADATA.contains(meant.getHostAddress())) {
            throw new Refused(host);
        }
    }

    /** Resolves a name and checks every address of it; all of them, because any of them may be called. */
    public static InetAddress[] resolve(String host) throws UnknownHostException, Refused {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (InetAddress each : addresses) {
            check(host, each);
        }
        return addresses;
    }

    /** Returns the IPv4 address within an address of NAT64 (RFC 6052), which leads there. */
    private static InetAddress embedded(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != IPV6_LENGTH) {
            return address;
        }
        for (int i = 0; i < NAT64.length; i++) {
            if (bytes[i] != NAT64[i]) {
                return address;
            }
        }
        try {
            return InetAddress.getByAddress(new byte[] {bytes[12], bytes[13], bytes[14], bytes[15]});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are always an address", e);
        }
    }

    /** An address that the hub does not call. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String host) {
            super("'" + host + "' is a link-local or metadata address, which the hub never calls:"
                    + " correct the portal's url");
        }
    }
}
