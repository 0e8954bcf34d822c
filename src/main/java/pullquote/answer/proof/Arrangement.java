package pullquote.answer.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pullquote.retrieval.Word;

/** Who does what to whom, and in what relation the rest stands. English so far. */
final class Arrangement {
    private static final Set<String> SUBORDINATING =
            Set.of("because", "since", "after", "before", "until", "till", "if", "unless", "once");

    private final List<Phrase> phrases;
    private final List<Clause> clauses;
    private final Roles roles;
    private final Attachment attachment;
    /** How each noun is linked to what stands before it. */
    private final Map<String, Set<String>> links = new LinkedHashMap<>();

    private Arrangement(List<Phrase> phrases) {
        this.phrases = phrases;
        this.clauses = Clauses.of(phrases);
        this.roles = new Roles(clauses);
        this.attachment = new Attachment(phrases);
        String link = "";
        for (int i = 0; i < phrases.size(); i++) {
            Phrase phrase = phrases.get(i);
            if (!phrase.isNoun()) {
                continue;
            }
            boolean listed = Phrase.isListed(phrases, i);
            link = phrase.link().isEmpty() && listed ? link : phrase.link();
            for (Token token : phrase.tokens()) {
                Set<String> here = links.computeIfAbsent(token.stem(), s -> new HashSet<>());
                here.add(link);
                here.add(phrase.link());
                if (token != phrase.head()) {
                    here.add("of");
                }
            }
        }
    }

    static Arrangement of(String text, List<Word> words) {
        return new Arrangement(Phrase.of(Token.of(text, words)));
    }

    /** Whether it says that something is so, or is done. */
    boolean hasVerb() {
        return !clauses.isEmpty();
    }

    /** Nouns that stand with nothing but "the", as stems: they were named before. */
    Set<String> definite() {
        return phrases.stream()
                .filter(phrase -> phrase.isNoun() && phrase.tokens().size() == 2)
                .filter(phrase -> phrase.tokens().get(0).lower().equals("the")
                        && phrase.head().tag() == Tag.NOUN)
                .map(phrase -> phrase.head().stem())
                .collect(Collectors.toSet());
    }

    /** What stands here before any of these nouns: with "house", the "tea" of "tea house". */
    Set<String> namesOf(Set<String> nouns) {
        return phrases.stream()
                .filter(phrase ->
                        phrase.isNoun() && nouns.contains(phrase.head().stem()))
                .flatMap(phrase -> phrase.tokens().stream())
                .filter(token -> token.tag() == Tag.NOUN || token.tag() == Tag.PROPN)
                .map(Token::stem)
                .filter(stem -> !stem.isEmpty() && !nouns.contains(stem))
                .collect(Collectors.toSet());
    }

    Set<String> linksOf(Set<String> people) {
        return people.stream()
                .filter(Cast::isPerson)
                .flatMap(person -> links.getOrDefault(person, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /**
     * Whether those who say so in a claim may be those who say so here.
     *
     * @param meant who may be named for a pronoun
     */
    boolean mayBeSaidBy(Arrangement claim, Set<String> meant) {
        Set<String> speakers = Stream.concat(
                        clauses.stream().filter(clause -> clause.saying).flatMap(clause -> clause.speakers.stream()),
                        according())
                .collect(Collectors.toSet());
        speakers.addAll(meant);
        return claim.clauses.stream()
                        .filter(clause -> clause.saying)
                        .allMatch(clause -> speakers.containsAll(clause.surelySaid))
                && speakers.containsAll(claim.accordingHeads());
    }

    private Stream<String> according() {
        return phrases.stream()
                .filter(phrase -> phrase.link().equals("according"))
                .flatMap(phrase -> phrase.stems().stream());
    }

    private Set<String> accordingHeads() {
        return phrases.stream()
                .filter(phrase -> phrase.link().equals("according"))
                .map(phrase -> phrase.head().stem())
                .filter(stem -> !stem.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Whether what a claim tells stands within what somebody says here, if anything is said. */
    boolean tells(Arrangement claim) {
        Set<String> verbs = claim.clauses.stream()
                .filter(clause -> !clause.isLight() && !clause.saying)
                .map(clause -> clause.verb)
                .collect(Collectors.toSet());
        List<Integer> matched = IntStream.range(0, clauses.size())
                .filter(i -> verbs.contains(clauses.get(i).verb))
                .boxed()
                .toList();
        boolean according = phrases.stream().anyMatch(phrase -> phrase.link().equals("according"));
        return according || matched.isEmpty() || matched.stream().anyMatch(this::isSaid);
    }

    private boolean isSaid(int at) {
        List<Integer> saying = IntStream.range(0, clauses.size())
                .filter(i -> clauses.get(i).saying)
                .boxed()
                .toList();
        return saying.isEmpty() || saying.stream().anyMatch(i -> clauses.get(i).postposed ? at < i : at > i);
    }

    /** Whether it names who does it. */
    boolean hasOwnSubject() {
        return clauses.stream().filter(clause -> !clause.saying).findFirst().stream()
                .anyMatch(clause -> !clause.headsBefore.isEmpty());
    }

    /** Whether a verb stands between two offsets. */
    boolean hasVerb(int from, int to) {
        return phrases.stream()
                .filter(Phrase::isVerb)
                .flatMap(phrase -> phrase.tokens().stream())
                .anyMatch(token -> token.start() >= from && token.start() < to);
    }

    /** Offset of the first verb, or 0. */
    int startOfVerb() {
        return phrases.stream()
                .filter(Phrase::isVerb)
                .findFirst()
                .map(phrase -> phrase.tokens().get(0).start())
                .orElse(0);
    }

    /** Stems of what stands before the first verb. */
    Set<String> opening() {
        return phrases.stream()
                .takeWhile(phrase -> !phrase.isVerb())
                .flatMap(phrase -> phrase.stems().stream())
                .collect(Collectors.toSet());
    }

    /** Whether what it tells as so, as planned, as possible or as wanted is told in that way there. */
    boolean isInMoodOf(Arrangement source) {
        return clauses.stream().filter(clause -> !clause.gerund).allMatch(clause -> {
            List<Clause> same = source.roles.of(clause.verb);
            return same.isEmpty() || same.stream().anyMatch(one -> clause.mood.mayTell(one.mood));
        });
    }

    /** What of a claim is arranged otherwise here; empty if nothing is. */
    List<String> against(Arrangement claim) {
        var faults = new ArrayList<String>();
        claim.clauses.forEach(clause -> faults.addAll(roles.against(clause)));
        claim.phrases.stream().filter(Phrase::isNoun).forEach(phrase -> links(phrase, faults));
        faults.addAll(attachment.against(claim.attachment));
        Set<String> opened = subordinating();
        claim.subordinating().stream()
                .filter(word -> opened.stream().noneMatch(one -> Preposition.isKin(word, one)))
                .forEach(word -> faults.add("no " + word));
        return faults;
    }

    private Set<String> subordinating() {
        return phrases.stream()
                .flatMap(phrase ->
                        phrase.isBreak() ? phrase.tokens().stream().map(Token::lower) : List.of(phrase.link()).stream())
                .filter(SUBORDINATING::contains)
                .collect(Collectors.toSet());
    }

    private void links(Phrase phrase, List<String> faults) {
        Token head = phrase.head();
        Set<String> there = links.get(head.stem());
        boolean measure =
                phrase.tokens().stream().anyMatch(token -> token.tag() == Tag.NUM) || Figures.isAmount(head.lower());
        if (!head.stem().isEmpty()
                && there != null
                && !Preposition.mayReplace(phrase.link(), there)
                && !(measure && phrase.link().equals("for") && there.contains(""))) {
            faults.add("not " + phrase.link() + " " + head.stem() + " but " + there);
        }
    }

    @Override
    public String toString() {
        return clauses + " " + links;
    }
}
