# Vitrine with a PostgreSQL of your own beside it; docker-compose.yml brings both.

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY src src
COPY webroot webroot
RUN mvn -q -B -ntp package -DskipTests -Dspotless.check.skip=true

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /vitrine --shell /usr/sbin/nologin vitrine
WORKDIR /vitrine
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/vitrine.jar ./
ENV LANG=C.UTF-8 VITRINE_PORT=8080 VITRINE_LOG_FORMAT=json
USER vitrine
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${VITRINE_PORT} && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
# As process 1 it gets the signal to stop itself, and finishes what it began.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", \
  "--sun-misc-unsafe-memory-access=allow", "-Djava.io.tmpdir=/tmp", "-jar", "vitrine.jar"]
CMD ["serve"]
