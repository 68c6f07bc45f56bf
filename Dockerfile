# Vitrine with a PostgreSQL of your own beside it, and in an image of its own what gathers from machines
# (--target gather); docker-compose.yml brings all of it.

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY src src
COPY webroot webroot
RUN mvn -q -B -ntp package -DskipTests -Dspotless.check.skip=true

FROM maven:3-eclipse-temurin-25 AS build-gather
WORKDIR /build
COPY .mvn .mvn
COPY gather/pom.xml ./
COPY gather/src src
RUN mvn -q -B -ntp package -DskipTests -Dspotless.check.skip=true

FROM eclipse-temurin:25-jre AS runtime
RUN useradd --system --uid 10001 --home-dir /vitrine --shell /usr/sbin/nologin vitrine
WORKDIR /vitrine
ENV LANG=C.UTF-8

FROM runtime AS gather
COPY --from=build-gather /build/target/lib lib
COPY --from=build-gather /build/target/vitrine-gather.jar ./
# What is not delivered yet outlives the container: a volume belongs here.
RUN install -d -o vitrine gather-data
ENV VITRINE_GATHER_HEALTH=9464
USER vitrine
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${VITRINE_GATHER_HEALTH} && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", \
  "--sun-misc-unsafe-memory-access=allow", "-Djava.io.tmpdir=/tmp", "-jar", "vitrine-gather.jar"]
CMD ["gather.yaml"]

FROM runtime AS vitrine
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/vitrine.jar ./
ENV VITRINE_PORT=8080 VITRINE_LOG_FORMAT=json
USER vitrine
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${VITRINE_PORT} && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
# As process 1 it gets the signal to stop itself, and finishes what it began.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", \
  "--sun-misc-unsafe-memory-access=allow", "-Djava.io.tmpdir=/tmp", "-jar", "vitrine.jar"]
CMD ["serve"]
