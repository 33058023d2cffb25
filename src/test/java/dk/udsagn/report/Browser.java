package dk.udsagn.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.udsagn.exchange.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A real Chromium without a window, driven over its DevTools protocol. Tests that need it are skipped where there is none. */
final class Browser implements AutoCloseable {
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final Pattern PAGE = Pattern.compile("\"webSocketDebuggerUrl\":\\s*\"(ws://[^\"]*/page/[^\"]*)\"");
    private static final Pattern RESULT = Pattern.compile("\"id\":(\\d+),\"result\"");
    private final Process process;
    private final Path profile;
    private final HttpClient client;
    private final WebSocket socket;
    private final SynchronousQueue<String> answers = new SynchronousQueue<>();
    private int calls;

    private Browser(Path program) throws IOException, InterruptedException {
        profile = Files.createTempDirectory("udsagn-browser");
        process = new ProcessBuilder(program.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--remote-debugging-port=0", "--window-size=1280,900", "--user-data-dir=" + profile, "about:blank")
            .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Path port = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < 300 && (!Files.exists(port) || Files.size(port) == 0); i++) {
            Thread.sleep(100);
        }
        client = HttpClient.newHttpClient();
        var list = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Files.readAllLines(port).getFirst() + "/json")).build(), HttpResponse.BodyHandlers.ofString()).body();
        var page = PAGE.matcher(list);
        if (!page.find()) {
            throw new IOException("the browser shows no page: " + list);
        }
        socket = client.newWebSocketBuilder().buildAsync(URI.create(page.group(1)), new Listener()).join();
    }

    /** Opens a browser; the test is skipped where none is installed. */
    static Browser open() throws IOException, InterruptedException {
        var found = PLACES.stream().filter(Files::isExecutable).findFirst();
        assumeTrue(found.isPresent(), "no Chromium at " + PLACES + ": the pages are not tested in a browser");
        return new Browser(found.get());
    }

    /** Shows a file and waits until it has loaded. */
    void show(Path file, String hash) throws InterruptedException {
        call("Page.navigate", Json.object("url", "about:blank"));
        call("Page.navigate", Json.object("url", file.toUri() + hash));
        for (int i = 0; i < 100 && !ask("String(location.protocol === 'file:' && document.readyState === 'complete')").equals("true"); i++) {
            Thread.sleep(50);
        }
    }

    /** The value of an expression that gives a text. */
    String ask(String expression) throws InterruptedException {
        String answer = call("Runtime.evaluate", Json.object("expression", expression, "awaitPromise", true, "returnByValue", true));
        int at = answer.indexOf("\"value\":\"");
        if (at < 0) {
            throw new IllegalStateException(expression + " gave " + answer);
        }
        var value = new StringBuilder();
        for (int i = at + 9; answer.charAt(i) != '"'; i++) {
            if (answer.startsWith("\\u", i)) {
                value.append((char) Integer.parseInt(answer.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                value.append(answer.charAt(i) == '\\' ? answer.charAt(++i) : answer.charAt(i));
            }
        }
        return value.toString();
    }

    String call(String method, Map<String, Object> params) throws InterruptedException {
        int id = ++calls;
        socket.sendText(Json.line(Json.object("id", id, "method", method, "params", params)), true);
        for (;;) {
            String answer = answers.poll(20, TimeUnit.SECONDS);
            if (answer == null) {
                throw new IllegalStateException("no answer to " + method);
            }
            var result = RESULT.matcher(answer);
            if (result.find() && Integer.parseInt(result.group(1)) == id) {
                return answer;
            }
            if (answer.startsWith("{\"error\"") || answer.contains("\"error\":{\"code\"")) {
                throw new IllegalStateException(method + ": " + answer);
            }
        }
    }

    @Override public void close() throws IOException {
        socket.abort();
        client.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
        process.destroyForcibly();
        try (var files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                String whole = message.toString();
                message.setLength(0);
                return CompletableFuture.runAsync(() -> {
                    try {
                        answers.put(whole);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }).thenRun(() -> webSocket.request(1));
            }
            webSocket.request(1);
            return null;
        }
    }
}
