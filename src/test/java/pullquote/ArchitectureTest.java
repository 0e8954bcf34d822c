package pullquote;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Enforces the package layout that {@code package-info.java} of this package describes. */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final int MAX_FILE_LINES = 400;
    private static final Set<String> VAGUE_WORDS = Set.of("manager", "helper", "util", "utils", "impl", "dto");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("pullquote");

    @Test
    void dependencies_point_one_way() {
        check(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("root")
                .definedBy("pullquote")
                .layer("channel")
                .definedBy("pullquote.channel..")
                .layer("eval")
                .definedBy("pullquote.eval..")
                .layer("conversation")
                .definedBy("pullquote.conversation..")
                .layer("extract")
                .definedBy("pullquote.extract..")
                .layer("llm")
                .definedBy("pullquote.llm..")
                .layer("verify")
                .definedBy("pullquote.verify..")
                .layer("answer")
                .definedBy("pullquote.answer..")
                .layer("query")
                .definedBy("pullquote.query..")
                .layer("retrieval")
                .definedBy("pullquote.retrieval..")
                .layer("article")
                .definedBy("pullquote.article..")
                .layer("text")
                .definedBy("pullquote.text..")
                .whereLayer("root")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("channel")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("eval")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("conversation")
                .mayOnlyBeAccessedByLayers("root", "channel", "eval")
                .whereLayer("extract")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("llm")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("verify")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("answer")
                .mayOnlyBeAccessedByLayers("root", "channel", "eval", "conversation", "extract", "llm", "verify")
                .whereLayer("query")
                .mayOnlyAccessLayers("retrieval", "article", "text")
                .whereLayer("retrieval")
                .mayOnlyAccessLayers("article", "text")
                .whereLayer("article")
                .mayOnlyAccessLayers("text")
                .whereLayer("text")
                .mayNotAccessAnyLayer()
                .ensureAllClassesAreContainedInArchitectureIgnoring(DescribedPredicate.alwaysFalse()));
    }

    @Test
    void channels_are_independent_of_each_other() {
        check(slices().matching("pullquote.channel.(*)..").should().notDependOnEachOther());
        check(noClasses()
                .that()
                .resideInAPackage("pullquote.channel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("pullquote.channel.*.."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            io.javalin..;             pullquote, pullquote.channel..
            org.eclipse.jetty..;      pullquote, pullquote.channel..
            dev.langchain4j..;        pullquote.llm.., pullquote.retrieval..
            ai.onnxruntime..;         pullquote.retrieval..
            ai.djl..;                 pullquote.retrieval..
            opennlp..;                pullquote.text..
            org.apache.lucene..;      pullquote.retrieval.., pullquote.text..
            io.github.resilience4j..; pullquote.llm..
            java.sql..;               pullquote.conversation.store.., pullquote.channel.telegram.inbox..
            javax.sql..;              pullquote.conversation.store..
            com.zaxxer.hikari..;      pullquote.conversation.store..
            org.flywaydb..;           pullquote.conversation.store..
            org.sqlite..;             pullquote.conversation.store..
            org.postgresql..;         pullquote.conversation.store..
            com.pengrad..;            pullquote.channel.telegram..
            okhttp3..;                pullquote.channel.telegram..
            com.google.gson..;        pullquote.channel.telegram..
            com.fasterxml.jackson..;  pullquote.channel.., pullquote.eval..
            org.commonmark..;         pullquote.article..
            org.snakeyaml.engine..;   pullquote.article..
            picocli..;                pullquote""")
    void each_library_is_used_in_one_place(String library, String packages) {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(packages.split(", "))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    @Test
    void only_main_reads_the_environment() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Main.class.getName())
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class));
    }

    @Test
    void only_the_command_line_prints_to_the_terminal() {
        DescribedPredicate<JavaClass> others = DescribedPredicate.not(resideInAPackage("pullquote.channel.cli..")
                        .or(equivalentTo(Main.class))
                        .or(equivalentTo(Cli.class)))
                .as("outside the command line");
        check(noClasses()
                .that(others)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace"));
    }

    @Test
    void everything_logs_through_slf4j() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging.."));
    }

    @Test
    void every_package_is_described_and_null_marked() throws IOException {
        Stream<Path> folders =
                files(SOURCES).map(Path::getParent).distinct().filter(folder -> !hasPackageDescription(folder));

        assertThat(folders)
                .as("folders without a package-info.java of @NullMarked")
                .isEmpty();
    }

    @Test
    void no_file_is_longer_than_400_lines() throws IOException {
        Stream<Path> tooLong = files(SOURCES).filter(file -> lines(file).size() > MAX_FILE_LINES);

        assertThat(tooLong).isEmpty();
    }

    @Test
    void no_class_has_a_vague_name() throws IOException {
        Stream<String> files = Stream.concat(files(SOURCES), files(TESTS))
                .map(file -> file.getFileName().toString().replace(".java", ""));
        Stream<String> classes = CLASSES.stream().map(JavaClass::getSimpleName);

        assertThat(Stream.concat(files, classes).filter(ArchitectureTest::isVague))
                .isEmpty();
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }

    private static boolean isVague(String name) {
        return Stream.of(name.split("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|\\W|\\d"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(VAGUE_WORDS::contains);
    }

    private static boolean hasPackageDescription(Path folder) {
        Path file = folder.resolve("package-info.java");
        return Files.exists(file)
                && lines(file).get(0).startsWith("/**")
                && lines(file).contains("@NullMarked");
    }

    private static Stream<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError("Failed to read " + file, e);
        }
    }
}
