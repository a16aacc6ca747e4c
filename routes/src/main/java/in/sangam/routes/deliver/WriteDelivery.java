package in.sangam.routes.deliver;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import in.sangam.kit.Sink;
import in.sangam.store.Outbox.Delivery;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Writes the request of a delivery: the same body and idempotency key at every attempt. */
final class WriteDelivery implements Processor {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private final SinkPlan plan;

    WriteDelivery(SinkPlan plan) {
        this.plan = plan;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        Delivery delivery = Objects.requireNonNull(ClaimDelivery.in(exchange));
        Sink sink = plan.of(delivery.sink());
        JsonNode body = sink.bodyOf(JSON.readTree(delivery.body()));
        Message request = exchange.getMessage();
        request.removeHeaders("*");
        request.setHeader(Exchange.HTTP_METHOD, sink.method());
        request.setHeader(Exchange.HTTP_URI, sink.url());
        request.setHeader("Content-Type", "application/json");
        request.setHeader("Accept", "application/json");
        request.setHeader(sink.idempotencyHeader(), delivery.deliveryId());
        plan.transport().headers().forEach(request::setHeader);
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        plan.credentials().put(request, URI.create(sink.url()), bytes);
        request.setBody(bytes);
    }
}
