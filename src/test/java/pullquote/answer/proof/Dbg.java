package pullquote.answer.proof;

public final class Dbg {
    public static void main(String[] a) {
        for (String s : a) {
            Claim c = Claim.of(s, new Reading(pullquote.answer.Interview.ARTICLE).cast());
            System.out.println(pullquote.answer.proof.Token.of(s, c.words()).stream()
                    .map(t -> t.text() + "/" + t.tag())
                    .toList());
            System.out.println(c.isTold() + " " + c.arrangement());
            new StrictProof()
                    .prove(new pullquote.answer.Draft(s, java.util.List.of()), pullquote.answer.Interview.ALL)
                    .ifPresent(p -> System.out.println(p.evidence()));
        }
    }
}
