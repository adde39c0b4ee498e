import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.TestAssertion.Status;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Holds PDF files against standards with the engine of veraPDF: the standards first, «--», then the files.
 *
 * <p>Says each broken rule on a line of its own, and ends with 1 if there is one, with 0 if there is none.
 */
final class Validate {
    private static final String PROFILES = "/org/verapdf/pdfa/validation/";

    private final VeraPDFFoundry foundry;
    private final Map<PDFAFlavour, ValidationProfile> standards = new LinkedHashMap<>();

    private Validate() {
        VeraGreenfieldFoundryProvider.initialise();
        foundry = Foundries.defaultInstance();
    }

    public static void main(String[] words) throws Exception {
        Validate validate = new Validate();
        int broken = 0;
        boolean files = false;
        for (String word : words) {
            if (word.equals("--")) {
                files = true;
            } else if (files) {
                broken += validate.hold(Path.of(word));
            } else {
                validate.load(word);
            }
        }
        if (!files || validate.standards.isEmpty()) {
            throw new IllegalArgumentException("STANDARD… -- FILE…");
        }
        System.exit(broken == 0 ? 0 : 1);
    }

    /** Reads the rules of a standard, «ua1» or «2a», from the jar. */
    private void load(String standard) throws Exception {
        String file = standard.startsWith("ua")
                ? "PDFUA-" + standard.substring("ua".length())
                : "PDFA-" + standard.toUpperCase(Locale.ROOT);
        try (InputStream rules = PDFAFlavour.class.getResourceAsStream(PROFILES + file + ".xml")) {
            if (rules == null) {
                throw new IOException("no rules for " + standard);
            }
            standards.put(PDFAFlavour.fromString(standard), Profiles.profileFromXml(rules));
        }
    }

    /** Says what is broken in a file; gives how many rules are. */
    private int hold(Path file) throws Exception {
        int broken = 0;
        for (Map.Entry<PDFAFlavour, ValidationProfile> standard : standards.entrySet()) {
            SortedSet<String> said = new TreeSet<>();
            try (InputStream data = Files.newInputStream(file);
                    PDFAParser parser = foundry.createParser(data, standard.getKey());
                    PDFAValidator validator = foundry.createValidator(standard.getValue(), false)) {
                for (TestAssertion held : validator.validate(parser).getTestAssertions()) {
                    if (held.getStatus() != Status.PASSED) {
                        said.add(held.getRuleId().getClause() + "-" + held.getRuleId().getTestNumber()
                                + " " + held.getMessage());
                    }
                }
            }
            for (String rule : said) {
                System.out.println(file.getFileName() + " " + standard.getKey().getId() + " " + rule);
            }
            broken += said.size();
        }
        return broken;
    }
}
