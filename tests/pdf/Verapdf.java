import java.io.File;
import java.nio.charset.StandardCharsets;
import java.io.PrintStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validates PDF files with veraPDF, in one JVM: each against PDF/A-3a and PDF/UA-1. Prints a line for each finding, and one when done. */
public class Verapdf {
    public static void main(String[] paths) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        VeraGreenfieldFoundryProvider.initialise();
        for (String path : paths) {
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
                report(out, path, flavour);
            }
        }
        out.println("validated\t" + paths.length);
    }

    private static void report(PrintStream out, String path, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion finding : result.getTestAssertions()) {
                if (finding.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = finding.getRuleId().getClause() + "-" + finding.getRuleId().getTestNumber();
                    out.println(String.join("\t", path, flavour.getId(), rule, finding.getMessage().replaceAll("\\s+", " ")));
                }
            }
            if (!result.isCompliant() && result.getTestAssertions().isEmpty()) {
                out.println(String.join("\t", path, flavour.getId(), "?", "not compliant, and no rule says why"));
            }
        }
    }
}
