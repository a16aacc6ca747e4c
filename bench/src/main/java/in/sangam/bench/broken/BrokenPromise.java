package in.sangam.bench.broken;

import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.utility.JavaModule;
import org.jspecify.annotations.Nullable;

/** The agent: {@code -javaagent:broken.jar=<breach>}. It says on standard error where it has broken the promise. */
public final class BrokenPromise {

    /** What it says, before the name of the class. */
    public static final String SAYS = "Promise broken in ";

    private BrokenPromise() {}

    private static final class Sayer extends AgentBuilder.Listener.Adapter {
        @Override
        public void onTransformation(
                TypeDescription type,
                @Nullable ClassLoader loader,
                @Nullable JavaModule module,
                boolean loaded,
                DynamicType dynamic) {
            System.err.println(SAYS + type.getName());
        }
    }

    /** Called by the JVM before the program's own start. */
    public static void premain(String breach, Instrumentation instrumentation) {
        System.setProperty("sangam.broken", breach);
        Breach.valueOf(breach)
                .into(new AgentBuilder.Default()
                        .with(new Sayer())
                        .with(AgentBuilder.Listener.StreamWriting.toSystemError()
                                .withErrorsOnly()))
                .installOn(instrumentation);
    }
}
