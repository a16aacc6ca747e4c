package in.sangam.feeds.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Renders the templates, which were compiled with the program. */
final class Templates {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "in.sangam.feeds.template");

    private Templates() {}

    static ResponseEntity<String> render(String template, Page page, Object view) {
        return render(HttpStatus.OK, template, page, view);
    }

    static ResponseEntity<String> render(HttpStatus status, String template, Page page, Object view) {
        StringOutput output = new StringOutput(64 * 1024);
        ENGINE.render(template + ".jte", Map.of("page", page, "view", view), output);
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Content-Language", page.language().code())
                .header("Vary", "Accept-Language, Cookie")
                .header("Cache-Control", "private, no-cache")
                .body(output.toString());
    }
}
