package in.sangam.feeds.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages of every page. Chosen by {@code ?lang=}, else by the cookie, else by Accept-Language, else English. */
public enum Language {
    EN("en", "en-IN"),
    HI("hi", "hi-IN-u-nu-latn");

    static final String PARAMETER = "lang";
    static final String COOKIE = "lang";

    private final String code;
    private final Locale locale;

    Language(String code, String tag) {
        this.code = code;
        this.locale = Locale.forLanguageTag(tag);
    }

    /** Returns the code for {@code lang} attributes and parameters. */
    public String code() {
        return code;
    }

    /** Returns the locale of its numbers and dates; numerals are Latin in both. */
    public Locale locale() {
        return locale;
    }

    /** Returns the one that this is not. */
    public Language other() {
        return this == EN ? HI : EN;
    }

    static Language of(HttpServletRequest request) {
        Language asked = named(request.getParameter(PARAMETER));
        if (asked != null) {
            return asked;
        }
        Language kept = kept(request.getCookies());
        return kept == null ? preferred(request) : kept;
    }

    private static @Nullable Language kept(Cookie @Nullable [] cookies) {
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (COOKIE.equals(cookie.getName())) {
                    return named(cookie.getValue());
                }
            }
        }
        return null;
    }

    private static Language preferred(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") != null) {
            for (Locale locale : Collections.list(request.getLocales())) {
                Language language = named(locale.getLanguage());
                if (language != null) {
                    return language;
                }
            }
        }
        return EN;
    }

    private static @Nullable Language named(@Nullable String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return language;
            }
        }
        return null;
    }
}
