package dk.udsagn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.exchange.Json;
import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser. */
class BrowserTest {
    private static final String CARDS = "[...document.querySelectorAll('[data-card]')].filter(c => c.offsetParent).map(c => c.querySelector('q').textContent).join('|')";
    @TempDir static Path folder;
    private static Browser browser;

    @BeforeAll static void open() throws IOException, InterruptedException {
        browser = Browser.open();
        Samples.agreed(Language.DANISH).write(folder);
    }

    @AfterAll static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    private static String choose(String field, String value) throws InterruptedException {
        return browser.ask("(() => { const f = document.querySelector('form.filters'); f.elements['" + field + "'].value = '" + value + "'; f.dispatchEvent(new Event('input')); return f.querySelector('output').textContent; })()");
    }

    @Test void filtersNarrowQuotesAndMatrix() throws InterruptedException {
        browser.show(folder.resolve("index.html"), "");
        assertEquals("5 af 5 uddrag vises", browser.ask("document.querySelector('output').textContent"));
        assertEquals("2 af 5 uddrag vises", choose("polarity", "negative"));
        assertEquals("den første lyttede ikke|" + Samples.HOSTILE, browser.ask(CARDS));
        choose("polarity", "");
        assertEquals("2 af 5 uddrag vises", choose("coder", "k2"));
        choose("coder", "");
        assertEquals("2 af 5 uddrag vises", choose("text", "DET HJALP"));
        choose("text", "");
        assertEquals("3 af 5 uddrag vises", choose("respondent", "A"));
        assertEquals("1 af 1, heraf 1 med modsatte udsagn", browser.ask("document.querySelector('.heat [data-sum]').textContent"));
    }

    @Test void aThemeUncheckedTakesItsQuotesStripesAndChipsAway() throws InterruptedException {
        browser.show(folder.resolve("respondent-A.html"), "");
        assertEquals("1 af 3 uddrag vises", browser.ask("(() => { document.querySelector('[name=theme][value=\"0\"]').click(); return document.querySelector('output').textContent; })()"));
        assertEquals("1", browser.ask("String([...document.querySelectorAll('rect[data-e]')].filter(r => !r.matches('.off')).length)"));
        assertEquals("3", browser.ask("(() => { document.querySelector('button[type=reset]').click(); return new Promise(r => setTimeout(() => r(String([...document.querySelectorAll('rect[data-e]')].filter(r => !r.matches('.off')).length)), 100)); })()"));
    }

    @Test void aQuoteLeadsToItsPlaceAndBack() throws InterruptedException {
        browser.show(folder.resolve("respondent-A.html"), "");
        String lit = "new Promise(r => setTimeout(() => r([...document.querySelectorAll('mark.on')].map(m => m.textContent).join('')), 200))";
        browser.ask("document.querySelector('[data-card] .meta a').click() + ''");
        assertEquals("jeg følte mig hørt dernede", browser.ask(lit));
        assertEquals("u1-2", browser.ask("document.activeElement.id"));
        browser.ask("document.querySelector('#u1-4 .chips a').click() + ''");
        assertEquals("den første lyttede ikke", browser.ask("new Promise(r => setTimeout(() => r(document.activeElement.querySelector('q').textContent), 200))"));
    }

    @Test void aLinkToWhatAFilterHidesShowsItAgain() throws InterruptedException {
        browser.show(folder.resolve("respondent-A.html"), "");
        choose("text", "dernede");
        assertEquals("false", browser.ask("(() => { location.hash = document.querySelector('#u1-4 .anchor').id; return new Promise(r => setTimeout(() => r(String(document.querySelector('#u1-4').hidden)), 200)); })()"));
    }

    @Test void stripesStandBesideTheirLines() throws InterruptedException {
        browser.show(folder.resolve("respondent-A.html"), "");
        assertEquals("true", browser.ask("(() => { const r = document.querySelector('#u1-4 rect').getBoundingClientRect(), m = document.querySelector('#u1-4 mark').getBoundingClientRect(); return String(Math.abs(r.top - m.top) < 1 && Math.abs(r.bottom - m.bottom) < 1); })()"));
    }

    @Test void hostileWordsDoNothing() throws InterruptedException {
        browser.show(folder.resolve("respondent-B__i_.html"), "");
        assertEquals("1 0 0", browser.ask("[document.scripts.length, document.querySelectorAll('[onmouseover]').length, document.querySelectorAll('.said b, .said script').length].join(' ')"));
        assertEquals(Samples.HOSTILE, browser.ask("document.querySelector('.said mark').textContent"));
    }

    @Test void thePolicyHoldsOtherScriptsAndRequestsBack() throws InterruptedException {
        browser.show(folder.resolve("index.html"), "");
        assertEquals("undefined", browser.ask("(() => { const s = document.createElement('script'); s.textContent = 'window.broken = 1'; document.body.append(s); return typeof window.broken; })()"));
        assertEquals("held back", browser.ask("fetch('http://127.0.0.1:9/').then(() => 'sent', () => performance.getEntriesByType('resource').length ? 'sent' : 'held back')"));
    }

    @Test void inPrintTheFiltersAreGoneAndTheQuotesAreThere() throws InterruptedException {
        browser.show(folder.resolve("index.html"), "");
        browser.call("Emulation.setEmulatedMedia", Json.object("media", "print"));
        assertEquals("none", browser.ask("getComputedStyle(document.querySelector('form.filters')).display"));
        assertTrue(browser.ask(CARDS).contains("den første lyttede ikke"));
        browser.call("Emulation.setEmulatedMedia", Json.object("media", ""));
    }

    /** A word as long as a fingerprint, or a wide table outside its scroller, would push the page out. */
    @Test void nothingRunsOffThePageOnAPhoneOrOnPaper() throws InterruptedException {
        String over = "[...document.querySelectorAll('body, main p, svg.plot, svg.chart')].filter(e => e.scrollWidth > innerWidth || e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName).join(' ')"
            + " + (document.documentElement.scrollWidth > innerWidth ? ' page of ' + document.documentElement.scrollWidth : '')";
        try {
            for (String file : new String[] {"index.html", "respondent-A.html"}) {
                browser.call("Emulation.setDeviceMetricsOverride", Json.object("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", false));
                browser.show(folder.resolve(file), "");
                assertEquals("", browser.ask(over), file);
                browser.call("Emulation.setDeviceMetricsOverride", Json.object("width", 720, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
                browser.call("Emulation.setEmulatedMedia", Json.object("media", "print"));
                assertEquals("", browser.ask(over), file + " in print");
                assertEquals("", browser.ask("[...document.querySelectorAll('table')].filter(t => t.getBoundingClientRect().right > innerWidth + 1).map(t => t.className).join(' ')"), file + " in print");
                browser.call("Emulation.setEmulatedMedia", Json.object("media", ""));
            }
        } finally {
            browser.call("Emulation.clearDeviceMetricsOverride", Json.object());
            browser.call("Emulation.setEmulatedMedia", Json.object("media", ""));
        }
    }

    @Test void aDisagreementLeadsToItsTurn() throws InterruptedException {
        browser.show(folder.resolve("index.html"), "");
        assertEquals("respondent-A.html#u1-4", browser.ask("document.querySelector('.differ a').getAttribute('href')"));
        browser.show(folder.resolve("respondent-A.html"), "#u1-4");
        assertTrue(browser.ask("document.querySelector('.turn:target .said').textContent").contains("den første lyttede ikke"));
    }
}
