package in.sangam.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;

/**
 * The log of verbs that print a table: warnings alone, on standard error, so that standard output is the table and nothing
 * else. A hub that starts sets up its own log over this one.
 */
final class PlainLogging {

    private PlainLogging() {}

    static void begin() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext log)) {
            return;
        }
        log.reset();
        PatternLayoutEncoder line = new PatternLayoutEncoder();
        line.setContext(log);
        line.setPattern("%-5level %msg%n");
        line.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(log);
        console.setTarget("System.err");
        console.setEncoder(line);
        console.start();
        log.getLogger("ROOT").addAppender(console);
        log.getLogger("ROOT").setLevel(Level.WARN);
    }
}
