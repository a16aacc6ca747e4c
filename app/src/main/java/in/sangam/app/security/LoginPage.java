package in.sangam.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.WebUtils;

/** The login page in Hindi and English: {@code ?lang=}, else the cookie {@code lang}, else what the browser prefers. */
@RestController
class LoginPage {

    private static final Locale HINDI = Locale.forLanguageTag("hi");

    private final String template = resource("/login/login.html");
    private final String style = resource("/login/login.css");

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    ResponseEntity<String> page(HttpServletRequest request, CsrfToken csrf) {
        Locale language = language(request);
        ResourceBundle words = ResourceBundle.getBundle(
                "login.words",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        boolean failed = request.getParameterMap().containsKey("error");
        Map<String, String> values = Map.of(
                "lang", language.getLanguage(),
                "other", language.equals(HINDI) ? "en" : "hi",
                "csrfName", csrf.getParameterName(),
                "csrf", csrf.getToken(),
                "failed", failed ? words.getString("failed") : "");
        String html = template;
        for (String key : words.keySet()) {
            html = html.replace("{" + key + "}", HtmlUtils.htmlEscape(words.getString(key)));
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            html = html.replace("[" + value.getKey() + "]", HtmlUtils.htmlEscape(value.getValue()));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(html);
    }

    @GetMapping(path = "/login/login.css", produces = "text/css;charset=UTF-8")
    String style() {
        return style;
    }

    private static Locale language(HttpServletRequest request) {
        String asked = request.getParameter("lang");
        var cookie = WebUtils.getCookie(request, "lang");
        if (asked == null && cookie != null) {
            asked = cookie.getValue();
        }
        if (asked == null) {
            asked = request.getLocale().getLanguage();
        }
        return "hi".equals(asked) ? HINDI : Locale.ENGLISH;
    }

    private static String resource(String name) {
        try (InputStream in = LoginPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
