package pullquote;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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

/** Holds us to the house that {@code package-info.java} of this package draws. */
class HouseTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final int LONGEST = 400;
    private static final Set<String> WORDS_WE_DO_WITHOUT =
            Set.of("service", "manager", "helper", "util", "utils", "impl", "dto", "context", "pipeline", "chunk");
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("pullquote");

    @Test
    void a_room_uses_the_rooms_to_its_right_and_nothing_points_back() {
        check(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("porch")
                .definedBy("pullquote")
                .layer("channel")
                .definedBy("pullquote.channel..")
                .layer("conversation")
                .definedBy("pullquote.conversation..")
                .layer("answer")
                .definedBy("pullquote.answer..")
                .layer("retrieval")
                .definedBy("pullquote.retrieval..")
                .layer("article")
                .definedBy("pullquote.article..")
                .layer("language")
                .definedBy("pullquote.language..")
                .whereLayer("porch")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("channel")
                .mayOnlyBeAccessedByLayers("porch")
                .whereLayer("conversation")
                .mayOnlyBeAccessedByLayers("porch", "channel")
                .whereLayer("answer")
                .mayOnlyBeAccessedByLayers("porch", "channel", "conversation")
                .whereLayer("retrieval")
                .mayOnlyBeAccessedByLayers("porch", "channel", "conversation", "answer")
                .ensureAllClassesAreContainedInArchitectureIgnoring(DescribedPredicate.alwaysFalse()));
    }

    @Test
    void doors_do_not_know_each_other() {
        check(slices().matching("pullquote.channel.(*)..").should().notDependOnEachOther());
        check(noClasses()
                .that()
                .resideInAPackage("pullquote.channel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("pullquote.channel.*.."));
    }

    @Test
    void javalin_is_at_home_in_the_channels_and_on_the_porch() {
        check(only("io.javalin..").in("pullquote", "pullquote.channel.."));
        check(only("org.eclipse.jetty..").in("pullquote", "pullquote.channel.."));
    }

    @Test
    void langchain4j_is_at_home_where_answers_and_passages_are_made_and_on_the_porch() {
        check(only("dev.langchain4j..").in("pullquote", "pullquote.answer..", "pullquote.retrieval.."));
    }

    @Test
    void onnx_runtime_is_at_home_where_texts_are_embedded_and_read() {
        check(only("ai.onnxruntime..").in("pullquote.retrieval..", "pullquote.answer.reading"));
        check(only("ai.djl..").in("pullquote.retrieval..", "pullquote.answer.reading"));
    }

    @Test
    void opennlp_is_at_home_in_the_proof() {
        check(only("opennlp..").in("pullquote.answer.proof.."));
    }

    @Test
    void lucene_is_at_home_in_retrieval() {
        check(only("org.apache.lucene..").in("pullquote.retrieval.."));
    }

    @Test
    void resilience4j_is_at_home_where_a_model_writes() {
        check(only("io.github.resilience4j..").in("pullquote.answer.model"));
    }

    @Test
    void databases_are_at_home_where_memory_lasts() {
        for (String guest : List.of(
                "java.sql..",
                "javax.sql..",
                "com.zaxxer.hikari..",
                "org.flywaydb..",
                "org.sqlite..",
                "org.postgresql..")) {
            check(only(guest).in("pullquote.conversation.database"));
        }
    }

    @Test
    void telegram_is_at_home_behind_its_door() {
        for (String guest : List.of("com.pengrad..", "okhttp3..", "com.google.gson..")) {
            check(only(guest).in("pullquote.channel.telegram"));
        }
    }

    @Test
    void jackson_is_at_home_in_the_channels() {
        check(only("com.fasterxml.jackson..").in("pullquote.channel.."));
    }

    @Test
    void articles_need_the_jdk_and_their_parsers_and_nothing_else() {
        check(classes()
                .that()
                .resideInAPackage("pullquote.article..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "pullquote.article..",
                        "pullquote.language..",
                        "java..",
                        "org.commonmark..",
                        "org.snakeyaml.engine..",
                        "org.jspecify.annotations..")));
    }

    @Test
    void what_is_known_of_languages_needs_the_jdk_alone() {
        check(classes()
                .that()
                .resideInAPackage("pullquote.language..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("pullquote.language..", "java..", "org.jspecify.annotations..")));
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
    void only_main_and_the_console_speak_to_the_terminal() {
        DescribedPredicate<JavaClass> others = DescribedPredicate.not(resideInAPackage("pullquote.channel.console..")
                        .or(named(Main.class))
                        .or(named(Commands.class)))
                .as("neither console nor command line");
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
    void nobody_keeps_a_diary_of_their_own() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging.."));
    }

    @Test
    void every_room_opens_with_a_sentence_and_without_nulls() throws IOException {
        Stream<Path> folders =
                files(SOURCES).map(Path::getParent).distinct().filter(folder -> !isOpenedWithASentence(folder));

        assertThat(folders)
                .as("folders without a package-info.java of @NullMarked")
                .isEmpty();
    }

    @Test
    void every_file_of_ours_is_read_in_one_sitting() throws IOException {
        Stream<Path> tooLong = files(SOURCES).filter(file -> lines(file).size() > LONGEST);

        assertThat(tooLong).as("files of more than %s lines", LONGEST).isEmpty();
    }

    @Test
    void no_name_hides_behind_a_word_that_says_nothing() throws IOException {
        Stream<String> names = Stream.concat(files(SOURCES), files(TESTS))
                .map(file -> file.getFileName().toString().replace(".java", ""));
        Stream<String> inside = HOUSE.stream().map(JavaClass::getSimpleName);

        assertThat(Stream.concat(names, inside).filter(HouseTest::saysNothing)).isEmpty();
    }

    @Test
    void a_name_is_read_word_by_word() {
        assertThat(Stream.of("ChunkStore", "AnswerDTO", "TextUtils", "HttpContext2", "Impl"))
                .allMatch(HouseTest::saysNothing);
        assertThat(Stream.of("Utility", "Implied", "Contextual", "Chunky", "package-info"))
                .noneMatch(HouseTest::saysNothing);
    }

    private static void check(ArchRule rule) {
        rule.check(HOUSE);
    }

    private static Guest only(String packages) {
        return rooms -> noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages);
    }

    /** What others wrote, and where in our house it may be used. */
    private interface Guest {
        ArchRule in(String... rooms);
    }

    private static DescribedPredicate<JavaClass> named(Class<?> type) {
        return JavaClass.Predicates.equivalentTo(type);
    }

    private static boolean saysNothing(String name) {
        return Stream.of(name.split("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|\\W|\\d"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(WORDS_WE_DO_WITHOUT::contains);
    }

    private static boolean isOpenedWithASentence(Path folder) {
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
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
