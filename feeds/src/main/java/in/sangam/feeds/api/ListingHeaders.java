package in.sangam.feeds.api;

import org.springframework.http.HttpHeaders;

/** What a table cannot hold goes into headers: the as-of, the change number, where the next rows are and the note. */
final class ListingHeaders {

    private ListingHeaders() {}

    static void put(Listing<?> listing, HttpHeaders headers) {
        if (listing.asOf() != null) {
            headers.set("Sangam-As-Of", listing.asOf().toString());
        }
        if (listing.changeNo() != null) {
            headers.set("Sangam-Change-No", String.valueOf(listing.changeNo()));
        }
        if (listing.next() != null) {
            headers.set(HttpHeaders.LINK, "<" + listing.next() + ">; rel=\"next\"");
        }
        if (listing.note() != null) {
            headers.set("Sangam-Note", listing.note());
        }
    }
}
