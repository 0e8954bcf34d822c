# docker build -t pullquote .
# docker run -p 7070:7070 -v pullquote:/app/data pullquote

FROM maven:3.9.11-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml LICENSE ./
COPY src src
# Tests are skipped here; run them before building the image.
RUN mvn -B -ntp package -Dmaven.test.skip=true

FROM eclipse-temurin:25.0.4_7-jre-noble
RUN useradd --system --create-home --home-dir /app --shell /usr/sbin/nologin pullquote \
 && install --directory --owner=pullquote /app/data
WORKDIR /app
COPY --from=build /build/target/pullquote.jar ./
COPY knowledge knowledge
COPY prompts prompts
USER pullquote
# 127.0.0.1 is not reachable from outside the container. Set PUBLIC_URL yourself.
ENV HOST=0.0.0.0 PORT=7070
EXPOSE 7070
VOLUME /app/data
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-jar", "pullquote.jar"]
