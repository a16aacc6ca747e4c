package in.sangam.app;

import in.sangam.app.cli.HubCommand;
import java.util.TimeZone;

/** The program {@code hub}: reads the verb and runs it. The exit code is the verb's: 0 done, 1 not as it should be, 2 misuse. */
public final class SangamHub {

    private SangamHub() {}

    public static void main(String[] arguments) {
        // Some drivers read a portal's times without a zone in the JVM's: they are India's, wherever this machine
        // stands.
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
        // Without it the JVM would wait a minute for idle threads of the embedded broker's connections.
        System.exit(HubCommand.run(arguments));
    }
}
