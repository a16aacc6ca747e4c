package in.sangam.bench.broken;

import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.builder.AgentBuilder;

/** The agent: {@code -javaagent:broken.jar=<breach>}. */
public final class BrokenPromise {

    private BrokenPromise() {}

    /** Called by the JVM before the program's own start. */
    public static void premain(String breach, Instrumentation instrumentation) {
        System.setProperty("sangam.broken", breach);
        Breach.valueOf(breach)
                .into(new AgentBuilder.Default()
                        .with(AgentBuilder.Listener.StreamWriting.toSystemError()
                                .withErrorsOnly()))
                .installOn(instrumentation);
    }
}
