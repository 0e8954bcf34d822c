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

/** What editors may put beside an article, and what they hear if it cannot be read. */
class QuestionFileTest {
    @TempDir
    Path temp;

    private KnowledgeFolders shelves;

    @BeforeEach
    void oneArticle() throws IOException {
        shelves = new KnowledgeFolders(temp).with("tea.txt", "Tea is served.\n\nCakes come later.");
    }

    @Test
    void standsBesideItsArticleAndIsNone() throws IOException {
        shelves.with("tea.questions.yml", """
                # what readers like to ask
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
            '- question: What?\n  paragraph: 3'     | , line 1: the article has 2 paragraphs, and no paragraph 3. Count again.
            '- question: What?\n- paragraph: two'   | , line 2: here is no question of 1 to 2,000 characters. Write a list of
            '- question: What?\n  paragraph: two'   | , line 1: paragraph "two" is no number. Count paragraphs from 1.
            '- question: What?\n  answer: no'       | , line 2: the questions cannot be read: nobody knows "answer". Write a list of
            '- question: [What?]'                   | , line 1: the questions cannot be read: this is no key with a value. Write a list of
            '- - What?'                             | , line 1: the questions cannot be read: this is no question. Write a list of
            'question: What?'                       | , line 1: the questions cannot be read: this is no list. Write a list of
            '- "What?'                              | , line 2: the questions cannot be read: found unexpected end of stream. Write
            '- q: &a [*a]'                          | , line 1: the questions cannot be read: this is no key with a value. Write
            '# nothing'                             | : there is no question in it. Write a list of
            '- question: x\n  unanswerable: maybe'  | , line 1: unanswerable is "maybe". Write true, or leave it out.
            """)
    void isSkippedWithItsLineAndARemedy(String text, String fault) throws IOException {
        shelves.with("tea.questions.yml", text.replace("\\n", "\n"));

        assertThat(shelves.faults()).singleElement().asString().startsWith("knowledge/tea.questions.yml" + fault);
        assertThat(shelves.ids()).containsExactly("tea");
    }

    @Test
    void wantsItsArticle() throws IOException {
        shelves.with("coffee.questions.yml", "- What?");

        assertThat(shelves.faults())
                .containsExactly("knowledge/coffee.questions.yml: there is no article \"coffee\"."
                        + " Name this file after the article's.");
    }
}
