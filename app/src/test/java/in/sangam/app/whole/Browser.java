package in.sangam.app.whole;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The distribution's own Chromium, without a window. Playwright's download is off: {@code apt-get install chromium}. */
final class Browser implements AutoCloseable {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final double PATIENCE_MS = 60_000;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setHeadless(true)
                    .setArgs(List.of(
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    /** Opens a window of its own, with no cookie, for a reader of this language. */
    Page open(String language) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(1400, 900));
        context.setDefaultTimeout(PATIENCE_MS);
        return context.newPage();
    }

    static void login(Page page, RunningDemo demo, String user, String path) {
        page.navigate(demo.url(path));
        page.fill("input[name=username]", user);
        page.fill("input[name=password]", demo.password(user));
        page.click("button[type=submit]");
    }

    /** Returns what axe finds serious or critical on a page, each with the first element it means. */
    static List<String> accessibilityProblems(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule -> page.url() + " " + rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().get(0).getTarget())
                        .toList();
    }

    private static Path executable() {
        return PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The browser tests need Chromium (Debian: apt-get install chromium); looked for " + PLACES));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
