package in.sangam.app.whole;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The distribution's own Chromium. Where it is not installed the tests are skipped and name the package. */
final class Chromium implements AutoCloseable {

    /** A page of a busy machine may take this long. */
    static final double PATIENCE_MILLIS = 90_000;

    private static final List<String> COMMANDS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path command) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(command).setArgs(QUIET));
    }

    static Chromium start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return new Chromium(installed());
    }

    /** Returns a first page of a visitor who prefers that language. */
    Page visitor(String language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language + "-IN")
                .setTimezoneId("Asia/Kolkata")
                .setViewportSize(1360, 900));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        return context.newPage();
    }

    /** Fills in the form that comes to those without a session. */
    static void logIn(Page page, RunningDemo demo, String user) {
        page.fill("#username", user);
        page.fill("#password", demo.password(user));
        page.click("button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> COMMANDS.stream().map(command -> Path.of(folder, command)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new TestAbortedException("The browser tests need Chromium and found none of " + COMMANDS
                                + " on the PATH. Install the package 'chromium' (Debian: apt-get update && apt-get install"
                                + " -y chromium; Ubuntu: chromium-browser; Fedora: chromium) and run them again."));
    }
}
