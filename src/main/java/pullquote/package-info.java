/**
 * Pullquote answers readers' questions about news articles and shows the exact sentences each answer rests on.
 *
 * <p>A question goes down through these packages and a verified answer comes back. Nothing points back up:
 *
 * <pre>
 * root → channel → conversation → answer → query → retrieval → article → text
 * root → { extract, llm, verify } → answer
 * root → eval → conversation
 * </pre>
 *
 * <p>{@code extract}, {@code llm} and {@code verify} implement the ports of {@code answer}; they know neither each other
 * nor {@code conversation}. {@code App} joins them. Each library has one home: Javalin in {@code channel}, LangChain4j in
 * {@code llm} and {@code retrieval}, Lucene in {@code text} and {@code retrieval}, ONNX Runtime in {@code retrieval},
 * OpenNLP in {@code text}, JDBC in {@code conversation.store} and {@code channel.telegram.inbox}, Jackson in
 * {@code channel} and {@code eval}, {@code System.getenv} in {@code Main}. {@code ArchitectureTest} enforces this.
 */
@NullMarked
package pullquote;

import org.jspecify.annotations.NullMarked;
