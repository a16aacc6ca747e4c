package in.sangam.feeds.pages;

import in.sangam.core.measure.Subject;
import in.sangam.core.place.Place;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Where pages lie. */
public interface Links {

    /** Returns a path with query parameters, pairs of name and value; a null value leaves its parameter out. */
    default String link(String to, @Nullable Object... pairs) {
        StringBuilder link = new StringBuilder(to);
        char separator = '?';
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                link.append(separator).append(pairs[i]).append('=');
                link.append(URLEncoder.encode(String.valueOf(pairs[i + 1]), StandardCharsets.UTF_8));
                separator = '&';
            }
        }
        return link.toString();
    }

    /** Returns the path of a record's page; slashes in its key stay slashes. */
    default String recordLink(String portal, String stream, String sourceId) {
        return "/records/" + UriUtils.encodePathSegment(portal, StandardCharsets.UTF_8) + "/"
                + UriUtils.encodePathSegment(stream, StandardCharsets.UTF_8) + "/"
                + UriUtils.encodePath(sourceId, StandardCharsets.UTF_8);
    }

    /** Returns the page of a place, a post or a portal; departments have none, so theirs is the ranking. */
    default String subjectLink(@Nullable Place place, String subject) {
        if (place != null) {
            return placeLink(place);
        }
        Subject kind = Subject.kindOf(subject);
        return kind == Subject.POST || kind == Subject.PORTAL
                ? "/" + kind.word() + "s/" + UriUtils.encodePath(Subject.code(subject), StandardCharsets.UTF_8)
                : "/";
    }

    /** Returns the page of a place: a district's, a division's, or of a unit of a departmental tree. */
    default String placeLink(Place place) {
        return "/places/" + UriUtils.encodePath(place.code(), StandardCharsets.UTF_8);
    }
}
