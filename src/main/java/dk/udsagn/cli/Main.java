package dk.udsagn.cli;

import dk.udsagn.Study;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. Exit 0: done; 1: done, and problems were found; 2: bad usage or bad input, one line on stderr. */
@Command(name = "udsagn", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, scope = CommandLine.ScopeType.INHERIT,
    description = "Codes qualitative interviews: transcripts, themes on exact words, excerpts per respondent.",
    subcommands = {NewCommand.class, ReadCommand.class, TermsCommand.class, SearchCommand.class, SuggestCommand.class, CodeCommand.class, ReviewCommand.class,
        NoteCommand.class, CodingsCommand.class, HistoryCommand.class, ReanchorCommand.class, SummarizeCommand.class, AgreementCommand.class, CodebookCommand.class,
        SurveyCommand.class, ExportCommand.class, ImportCommand.class, CheckCommand.class})
public final class Main {
    /** The search library's advice on JVM flags is no matter for stderr. Held here, since a logger nobody holds forgets its level. */
    private static final Logger QUIET = Logger.getLogger("org.apache.lucene");

    /** What Java reads arguments and file names in. */
    private static final String LETTERS = System.getProperty("sun.jnu.encoding", "");
    private static final String LOCALE = "set a locale with UTF-8 first, as in LC_ALL=C.UTF-8";
    private static final char UNREAD = '\uFFFD';

    /** The shell's door. */
    public static void main(String[] args) {
        QUIET.setLevel(Level.SEVERE);
        var output = new Output(new FileOutputStream(FileDescriptor.out));
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = run(new PrintWriter(output, false, StandardCharsets.UTF_8), err, args);
        output.lost().ifPresent(why -> err.println("udsagn: what was printed did not all get where it should: " + why));
        System.exit(output.lost().isPresent() ? 2 : status);
    }

    /** One command, with its output where the caller wants it. Returns the exit status. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        var line = new CommandLine(new Main()).setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, arguments) -> {
            err.println("udsagn: " + oneLine(e.getMessage()).replaceFirst("^Error: ", "") + "; see udsagn " + name(e.getCommandLine()) + "--help");
            return 2;
        });
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            err.println("udsagn: " + message(e));
            return 2;
        });
        var unread = Stream.of(args).filter(a -> a.indexOf(UNREAD) >= 0 && !LETTERS.equals("UTF-8")).findFirst();
        unread.ifPresent(a -> err.println("udsagn: \"" + a + "\" has letters that are not read in this shell's character set, " + LETTERS + "; " + LOCALE));
        int status = unread.isPresent() ? 2 : line.execute(args);
        out.flush();
        err.flush();
        return status;
    }

    private static String name(CommandLine line) {
        return line.getParent() == null ? "" : line.getCommandName() + " ";
    }

    /** What is wrong, in one line. */
    static String message(Exception e) {
        return switch (e) {
            case NoSuchFileException missing -> missing.getFile() + ": there is no such file" + (missing.getReason() == null ? "" : "; " + oneLine(missing.getReason()));
            case AccessDeniedException denied -> denied.getFile() + ": "
                + (denied.getReason() == null ? "it may not be read or written; look at its permissions" : oneLine(denied.getReason()));
            case FileAlreadyExistsException there when there.getReason() == null -> there.getFile() + ": there is a file of that name already; name another, or a folder";
            case NotDirectoryException file -> file.getFile() + ": this is no folder; name one";
            case InvalidPathException path -> "\"" + path.getInput() + "\" can be no file's name here" + (LETTERS.equals("UTF-8") ? ": " + path.getReason() : ", where names are in " + LETTERS + "; " + LOCALE);
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : oneLine(e.getMessage());
        };
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ");
    }

    /** Says which version this is. */
    static final class Version implements IVersionProvider {
        @Override public String[] getVersion() {
            return new String[] {Study.LIBRARY};
        }
    }
}
