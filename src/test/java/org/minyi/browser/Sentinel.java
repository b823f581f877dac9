package org.minyi.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A browser in which nothing that arrived as a text can become anything else unnoticed: every window, frame and page tells
 * when a dialog is asked for, when the page's policy refuses something, when another address is asked, and when an element
 * carries what would run at the next click.
 */
final class Sentinel {

    private static final String TOLD = "told: ";

    private static final String LISTENS =
            """
            (() => {
              // Kept as they are now: what runs later may put others in their place.
              const say = console.debug.bind(console);
              const frame = window.name;
              const tell = what => say('told: ' + frame + ' ' + location.href + ' ' + String(what).slice(0, 400));
              for (const name of ['alert', 'confirm', 'prompt', 'print']) {
                window[name] = of => tell('ran: ' + name + '(' + of + ')');
              }
              addEventListener('securitypolicyviolation', event => tell('policy: ' + event.violatedDirective + ' refused '
                + event.blockedURI + ' in ' + event.sourceFile + ':' + event.lineNumber + ' ' + event.sample), true);
              // Nobody writes such an element or attribute but who was tricked. Looked for as it comes: the page may be
              // left soon.
              const strange = /^(marquee|isindex|keygen|math|xmp|listing|plaintext|frameset|custom-element|embed|track)$/i;
              const carried = element => strange.test(element.localName) && tell('carries ' + element.localName)
                || [...element.attributes]
                .filter(attribute => /^on/i.test(attribute.name) && /alert|eval/.test(attribute.value)
                  || /^(href|src|srcset|srcdoc|action|formaction|data|xlink:href|style|ng-.*)$/i.test(attribute.name)
                     && /alert\\s*[(`]|xss\\.invalid|^\\s*(vbscript|data:text\\/html)/i.test(attribute.value))
                .forEach(attribute => tell('carries ' + element.tagName + ' ' + attribute.name + '=' + attribute.value));
              new MutationObserver(changes => changes.forEach(change => {
                if (change.type === 'attributes') {
                  carried(change.target);
                }
                for (const node of change.addedNodes) {
                  if (node instanceof Element) {
                    carried(node);
                    node.querySelectorAll('*').forEach(carried);
                  }
                }
              })).observe(document, {subtree: true, childList: true, attributes: true});
            })();
            """;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final BrowserContext context;
    private final Page page;

    Sentinel(Browser browser, String server) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(server)
                .setLocale("en-GB")
                .setViewportSize(1400, 900));
        context.addInitScript(LISTENS);
        // On the console, which waits for no answer: a binding is answered from inside the message before it, and a few
        // hundred frames that speak at once are answered so deep that no stack is left.
        context.onConsoleMessage(message -> {
            var text = message.text();
            if (text.startsWith(TOLD)) {
                told.add(text.substring(TOLD.length()));
            } else if (text.contains("Content Security Policy")) {
                told.add("console: " + text + " " + message.location());
            }
        });
        // What the page's policy refuses does not come this far.
        context.route(url -> url.startsWith("http") && !url.startsWith(server), elsewhere -> {
            told.add("asked: " + elsewhere.request().url());
            elsewhere.abort();
        });
        page = context.newPage();
        page.onDialog(dialog -> {
            told.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    Page page() {
        return page;
    }

    /** What was noticed since the last time it was asked; a moment is left for what runs late. */
    List<String> noticed() {
        page.waitForTimeout(200);
        return noticedNow();
    }

    /** Without waiting, and without a look at the page. */
    List<String> noticedNow() {
        var noticed = List.copyOf(told);
        told.clear();
        return noticed;
    }

    void close() {
        context.close();
    }
}
