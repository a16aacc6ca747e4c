package in.sangam.app.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.WebUtils;

/**
 * An HTML page of the jar in Hindi or English: <code>{word}</code> comes from the bundle {@code login.words}, {@code [value]}
 * from the caller; both are escaped. The language is {@code ?lang=}, else the cookie {@code lang}, else the browser's.
 */
final class Bilingual {

    private static final Locale HINDI = Locale.forLanguageTag("hi");

    private final String template;

    Bilingual(String resource) {
        this.template = text(resource);
    }

    String page(HttpServletRequest request, Map<String, String> values) {
        Locale language = language(request);
        ResourceBundle words = words(request);
        String html = template.replace("[lang]", language.getLanguage())
                .replace("[other]", language.equals(HINDI) ? "en" : "hi");
        for (String key : words.keySet()) {
            html = html.replace("{" + key + "}", HtmlUtils.htmlEscape(words.getString(key)));
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            html = html.replace("[" + value.getKey() + "]", HtmlUtils.htmlEscape(value.getValue()));
        }
        return html;
    }

    static ResourceBundle words(HttpServletRequest request) {
        return ResourceBundle.getBundle(
                "login.words",
                language(request),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static String text(String resource) {
        try (InputStream in = Bilingual.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Locale language(HttpServletRequest request) {
        String asked = request.getParameter("lang");
        @Nullable Cookie cookie = WebUtils.getCookie(request, "lang");
        if (asked == null && cookie != null) {
            asked = cookie.getValue();
        }
        if (asked == null) {
            asked = request.getLocale().getLanguage();
        }
        return "hi".equals(asked) ? HINDI : Locale.ENGLISH;
    }
}
