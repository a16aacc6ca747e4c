package in.sangam.routes.poll;

import org.apache.camel.Predicate;
import org.apache.camel.builder.RouteBuilder;

/**
 * How a stream is polled, one template for each transport. A poll asks for page after page until the portal has no more;
 * each answer passes the edge, its pages go to the broker in one transaction, and only then does the cursor move.
 *
 * <p>Whether a poll is due is decided by the stream's schedule, which also waits after a failure; the timer only looks. It
 * is synchronous, so that one poll of a stream runs at a time even where a component answers on a thread of its own. Answers
 * are not cached between steps: the edge reads them, and only up to the bound that the connector sets.
 *
 * <p>A step with a name is shown on the console, with its counts. Of the polls that hold what they read in hand, which are many and
 * seldom have anything to do, only two are.
 */
final class PollTemplates extends RouteBuilder {

    /** Template of portals that answer bytes, or rows, without further ado. */
    static final String PLAIN = "poll";

    /** Template of SOAP portals: what came back is judged by its bytes, whatever the SOAP stack thinks of it. */
    static final String SOAP = "poll.soap";

    /** Template of what the hub holds in its hand while it reads: dropped files, and the messages of a queue. */
    static final String HELD = "poll.held";

    private static final String LOOK = "timer:{{route}}?period={{look}}&delay=0&includeMetadata=false&synchronous=true";
    private static final Predicate GOES_ON = new PollGoesOn();

    // spotless:off
    @Override
    public void configure() {
        routeTemplate(PLAIN).templateParameter("route").templateParameter("look").templateParameter("portal")
            .from(LOOK).noStreamCaching().routeConfigurationId("{{route}}")
                .process("{{begin}}").id("begin")
                .process("{{turn}}").id("first-turn")
                .loopDoWhile(GOES_ON)
                    .process("{{ask}}").id("ask")
                    .to("{{portal}}").id("portal")
                    .process("{{edge}}").id("edge")
                    .process("{{send}}").id("send")
                    .process("{{advance}}").id("advance")
                    .process("{{turn}}").id("next-turn")
                .end()
                .process("{{end}}").id("end");

        routeTemplate(HELD).templateParameter("route").templateParameter("look")
            .from(LOOK).routeConfigurationId("{{route}}")
                .process("{{begin}}")
                .process("{{turn}}")
                .loopDoWhile(GOES_ON)
                    .process("{{edge}}").id("edge")
                    .process("{{send}}").id("send")
                    .process("{{advance}}")
                    .process("{{turn}}")
                .end()
                .process("{{end}}");

        routeTemplate(SOAP).templateParameter("route").templateParameter("look").templateParameter("portal")
            .from(LOOK).routeConfigurationId("{{route}}")
                .process("{{begin}}").id("begin")
                .process("{{turn}}").id("first-turn")
                .loopDoWhile(GOES_ON)
                    .process("{{ask}}").id("ask")
                    .doTry()
                        .to("{{portal}}").id("portal")
                    .doCatch(Exception.class)
                        .process("{{fault}}").id("fault")
                    .end()
                    .process("{{edge}}").id("edge")
                    .process("{{send}}").id("send")
                    .process("{{advance}}").id("advance")
                    .process("{{turn}}").id("next-turn")
                .end()
                .process("{{end}}").id("end");
    }
    // spotless:on
}
