package in.sangam.feeds.pages;

import in.sangam.core.place.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every template is given besides its own view: the language, the words, and what stands around the content.
 *
 * @param state the state whose portals are connected
 * @param path path of this page, to mark its entry in the navigation
 * @param switchLink address of this page in the other language
 * @param sandboxData whether the banner is shown
 * @param user name of who is signed in, empty for nobody
 * @param admin whether forms are shown that change something
 * @param mayAsk whether the form is shown that asks for a correction
 * @param mayAnswer whether forms are shown that answer corrections
 * @param formToken goes with every form, so that no other site can send one; empty where nothing asks for it
 * @param now the wall clock: what counts of pages, rows and deliveries are true for
 */
public record Page(
        Language language,
        Place state,
        String path,
        String switchLink,
        boolean sandboxData,
        String user,
        boolean admin,
        boolean mayAsk,
        boolean mayAnswer,
        String formToken,
        Instant now)
        implements Names, Words, Links {

    /** Returns whether a way to sign out is shown. */
    public boolean signedIn() {
        return !user.isEmpty();
    }

    /** Returns the id of the text that says what is wrong with a field of a form, null when nothing is. */
    public @Nullable String described(@Nullable FormProblem problem, String field) {
        return problem != null && problem.field().equals(field) ? "problem-" + field : null;
    }
}
