package in.sangam.bench.broken;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** A promise of the hub, and how to break it in a running one. */
public enum Breach {
    /** An older version replaces a newer one. */
    VERSION_GUARD_REMOVED {
        @Override
        AgentBuilder into(AgentBuilder agent) {
            return SqlText.replaced(agent);
        }
    },
    /** What a record had in the measures stays there when its next version comes. */
    OLD_CONTRIBUTIONS_STAY {
        @Override
        AgentBuilder into(AgentBuilder agent) {
            return SqlText.replaced(agent);
        }
    },
    /** A row that is no record is dropped in silence. */
    REJECTIONS_DROPPED {
        @Override
        AgentBuilder into(AgentBuilder agent) {
            return SqlText.replaced(agent);
        }
    },
    /** Each attempt of a delivery has another idempotency key. */
    NEW_KEY_AT_EACH_ATTEMPT {
        @Override
        AgentBuilder into(AgentBuilder agent) {
            return SqlText.replaced(agent);
        }
    },
    /** Every hub holds the lease of every poll. */
    LEASE_FOR_EVERYONE {
        @Override
        AgentBuilder into(AgentBuilder agent) {
            return SqlText.replaced(agent);
        }
    },
    /** The message is acknowledged before anything was done with it. */
    JMS_BEFORE_DATABASE {
        @Override
        AgentBuilder into(AgentBuilder agent) {
            return advised(
                    agent,
                    "org.springframework.jms.listener.AbstractMessageListenerContainer",
                    named("doExecuteListener"),
                    CommitFirst.class);
        }
    },
    /** A page that the database did not take counts as stored. */
    FAILED_WRITE_TAKEN_FOR_DONE {
        @Override
        AgentBuilder into(AgentBuilder agent) {
            return advised(agent, "in.sangam.routes.flow.StorePage", named("process"), FailureIgnored.class);
        }
    },
    /** Pages that the broker did not take count as sent, and the cursor moves on. */
    FAILED_SEND_TAKEN_FOR_DONE {
        @Override
        AgentBuilder into(AgentBuilder agent) {
            return advised(agent, "in.sangam.routes.intake.PageSender", named("send"), FailureIgnored.class);
        }
    },
    /** The broker says "taken" before the page is written, and writes when many have come or two seconds later. */
    JOURNAL_LAGS_BEHIND {
        @Override
        AgentBuilder into(AgentBuilder agent) {
            String configuration = "org.apache.activemq.artemis.core.config.impl.ConfigurationImpl";
            AgentBuilder lazy = advised(agent, configuration, named("setJournalSyncTransactional"), False.class);
            lazy = advised(lazy, configuration, named("setJournalSyncNonTransactional"), False.class);
            lazy = advised(lazy, configuration, named("getJournalBufferSize_NIO"), EightMebibytes.class);
            return advised(lazy, configuration, named("setJournalBufferTimeout_NIO"), TwoSeconds.class);
        }
    };

    /** Adds the transformation to an agent. */
    abstract AgentBuilder into(AgentBuilder agent);

    static AgentBuilder advised(
            AgentBuilder agent, String type, ElementMatcher<? super MethodDescription> method, Class<?> advice) {
        return agent.type(named(type))
                .transform((builder, description, loader, module, domain) ->
                        builder.visit(Advice.to(advice).on(method)));
    }

    /** Commits the session before the listener sees the message. */
    static final class CommitFirst {
        private CommitFirst() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) Object session) throws Exception {
            ((jakarta.jms.Session) session).commit();
        }
    }

    /** Swallows whatever the method throws. */
    static final class FailureIgnored {
        private FailureIgnored() {}

        @SuppressWarnings("UnusedAssignment") // the advice is inlined: this is what the method throws
        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(@Advice.Thrown(readOnly = false) Throwable thrown) {
            thrown = null;
        }
    }

    /** Makes the argument false. */
    static final class False {
        private False() {}

        // The advice is inlined: this is the method's argument.
        @SuppressWarnings({"UnusedAssignment", "UnusedVariable"})
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, readOnly = false) boolean value) {
            value = false;
        }
    }

    /** Makes the argument two seconds in nanoseconds. */
    static final class TwoSeconds {
        private TwoSeconds() {}

        // The advice is inlined: this is the method's argument.
        @SuppressWarnings({"UnusedAssignment", "UnusedVariable"})
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, readOnly = false) int value) {
            value = 2_000_000_000;
        }
    }

    /** Makes the answer eight mebibytes. */
    static final class EightMebibytes {
        private EightMebibytes() {}

        // The advice is inlined: this is what the method returns.
        @SuppressWarnings({"UnusedAssignment", "UnusedVariable"})
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) int bytes) {
            bytes = 8 << 20;
        }
    }

    /** Rewrites statements on their way to the database. */
    static final class SqlText {
        private SqlText() {}

        static AgentBuilder replaced(AgentBuilder agent) {
            return advised(
                    agent,
                    "org.postgresql.jdbc.PgConnection",
                    named("prepareStatement").and(takesArguments(4)),
                    SqlText.class);
        }

        @SuppressWarnings("UnusedAssignment") // the advice is inlined: this is the method's argument
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, readOnly = false) String sql) {
            String breach = System.getProperty("sangam.broken", "");
            if (breach.equals("VERSION_GUARD_REMOVED") && sql.startsWith("insert into hub.record")) {
                sql = sql.substring(0, sql.lastIndexOf("where")) + sql.substring(sql.lastIndexOf("returning"));
            } else if (breach.equals("OLD_CONTRIBUTIONS_STAY") && sql.startsWith("insert into hub.record")) {
                sql = sql.replace("old.contributions", "null::text");
            } else if (breach.equals("REJECTIONS_DROPPED") && sql.startsWith("insert into hub.quarantine")) {
                sql = sql.replace("on conflict", "where false on conflict");
            } else if (breach.equals("NEW_KEY_AT_EACH_ATTEMPT") && sql.contains("returning o.id, o.delivery_id")) {
                sql = sql.replace("o.delivery_id,", "gen_random_uuid()::text as delivery_id,");
            } else if (breach.equals("LEASE_FOR_EVERYONE") && sql.contains("insert into hub.lease")) {
                sql = sql.substring(0, sql.indexOf("where mine.holder")) + sql.substring(sql.indexOf("returning"));
            }
        }
    }
}
