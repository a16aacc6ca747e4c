package in.sangam.routes.push;

import org.jspecify.annotations.Nullable;

/**
 * What a portal sent, as it came. Nothing else of its request goes on: no other header can steer a route.
 *
 * @param id of the message, {@code webhook-id}: the same for every attempt
 * @param timestamp seconds since 1970, {@code webhook-timestamp}
 * @param signature {@code webhook-signature}
 */
public record PushedPage(@Nullable String id, @Nullable String timestamp, @Nullable String signature, byte[] body) {}
