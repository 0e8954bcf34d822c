package pullquote.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionFileTest {
    @TempDir
    Path temp;

    private KnowledgeFolders shelves;

    @BeforeEach
    void createArticle() throws IOException {
        shelves = new KnowledgeFolders(temp).with("tea.txt", "Tea is served.\n\nCakes come later.");
    }

    @Test
    void addsQuestionsToArticle() throws IOException {
        shelves.with("tea.questions.yml", """
                # frequent questions of readers
                - question: What is served?
                  paragraph: 1
                - question: "Who bakes?"
                  unanswerable: true
                - What comes later?
                """);
        Library library = KnowledgeFolder.load(shelves.folder).library();

        assertThat(library.articles()).hasSize(1);
        assertThat(library.questions(library.articles().get(0)))
                .containsExactly(
                        new CuratedQuestion("What is served?", Optional.of(1), false, 2),
                        new CuratedQuestion("Who bakes?", Optional.empty(), true, 4),
                        new CuratedQuestion("What comes later?", Optional.empty(), false, 6));
        assertThat(shelves.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '- question: What?\n  paragraph: 3'     | , line 1: paragraph 3 does not exist; the article has 2 paragraphs.
            '- question: What?\n- paragraph: two'   | , line 2: the question is missing or longer than 2,000 characters. Write a list of
            '- question: What?\n  paragraph: two'   | , line 1: paragraph "two" is not a valid number. Use the number of a paragraph, from 1.
            '- question: What?\n  answer: no'       | , line 2: the questions cannot be read: unknown key "answer". Write a list of
            '- question: [What?]'                   | , line 1: the questions cannot be read: this is not a key with a text value. Write a list of
            '- - What?'                             | , line 1: the questions cannot be read: this is not a question. Write a list of
            'question: What?'                       | , line 1: the questions cannot be read: this is not a list. Write a list of
            '- "What?'                              | , line 2: the questions cannot be read: found unexpected end of stream. Write
            '- q: &a [*a]'                          | , line 1: the questions cannot be read: this is not a key with a text value. Write
            '# nothing'                             | : the file contains no questions. Write a list of
            '- question: x\n  unanswerable: maybe'  | , line 1: unanswerable is "maybe". Write true or leave it out.
            """)
    void reportsInvalidFileWithLineAndRemedy(String text, String issue) throws IOException {
        shelves.with("tea.questions.yml", text.replace("\\n", "\n"));

        assertThat(shelves.faults()).singleElement().asString().startsWith("knowledge/tea.questions.yml" + issue);
        assertThat(shelves.ids()).containsExactly("tea");
    }

    @Test
    void requiresItsArticle() throws IOException {
        shelves.with("coffee.questions.yml", "- What?");

        assertThat(shelves.faults())
                .containsExactly("knowledge/coffee.questions.yml: no article with the id \"coffee\"."
                        + " Name this file after its article.");
    }
}
