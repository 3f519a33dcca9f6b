package io.quayside.intake;

import io.quayside.partner.Channel;
import io.quayside.partner.Partners;
import io.quayside.partner.PartnersChanged;
import io.quayside.partner.SharedChannel;
import io.quayside.partner.SharedChannels;
import io.quayside.partner.TradingPartner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * One route for each channel that partners' files name, made from its template and replaced when
 * the file changes. Works on a thread of its own: neither the start nor a save waits for a partner.
 */
@Component
class ChannelRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelRoutes.class);
  private static final long REFRESH_SECONDS = 30;

  /** A channel as a route runs it. {@code owner} is null for a shared one. */
  private record Running(Channel channel, String owner) {}

  private final CamelContext camel;
  private final Partners partners;
  private final SharedChannels shared;
  private final List<ChannelTemplate> templates;
  private final PolledChannels polled;
  private final Map<String, Running> running = new ConcurrentHashMap<>();
  private volatile ScheduledExecutorService worker;

  ChannelRoutes(
      CamelContext camel,
      Partners partners,
      SharedChannels shared,
      List<ChannelTemplate> templates,
      PolledChannels polled) {
    this.camel = camel;
    this.partners = partners;
    this.shared = shared;
    this.templates = templates;
    this.polled = polled;
  }

  @EventListener
  void on(PartnersChanged changed) {
    ScheduledExecutorService current = worker;
    if (current != null) {
      current.execute(this::refresh);
    }
  }

  /**
   * Not as a Lifecycle: Spring would start what this bean depends on before it, Camel too, and
   * Camel must not start before its routes are loaded.
   */
  @EventListener(ApplicationReadyEvent.class)
  void start() {
    worker =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "channel-routes");
              thread.setDaemon(true);
              return thread;
            });
    worker.scheduleWithFixedDelay(this::refresh, 0, REFRESH_SECONDS, TimeUnit.SECONDS);
  }

  /** Makes the routes what the partner files say. */
  private void refresh() {
    try {
      Map<String, Running> wanted = wanted();
      for (String id : List.copyOf(running.keySet())) {
        if (!running.get(id).equals(wanted.get(id))) {
          remove(id);
        }
      }
      wanted.forEach(
          (id, channel) -> {
            if (!running.containsKey(id)) {
              add(id, channel);
            }
          });
    } catch (RuntimeException e) {
      LOG.error("The channels' routes could not be brought up to date, tried again", e);
    }
  }

  private Map<String, Running> wanted() {
    Map<String, Running> wanted = new LinkedHashMap<>();
    for (TradingPartner partner : partners.all()) {
      for (Channel channel : partner.in()) {
        if (template(channel).isPresent()) {
          wanted.put(channel.id(), new Running(channel, partner.id()));
        }
      }
    }
    for (SharedChannel one : shared.all()) {
      if (template(one.channel()).isPresent()) {
        wanted.put(one.channel().id(), new Running(one.channel(), null));
      }
    }
    return wanted;
  }

  private Optional<ChannelTemplate> template(Channel channel) {
    return templates.stream().filter(one -> one.serves(channel)).findFirst();
  }

  private void add(String id, Running channel) {
    String name = name(id);
    ChannelTemplate template = template(channel.channel()).orElseThrow();
    try {
      camel.addRouteFromTemplate(
          template.template() + "-" + name,
          template.template(),
          template.parameters(name, channel.channel(), channel.owner()));
      running.put(id, channel);
      LOG.info("Channel {} is polled", id);
    } catch (Exception e) {
      polled.bad(id, channel.owner(), e);
    }
  }

  private void remove(String id) {
    String route = template(running.get(id).channel()).orElseThrow().template() + "-" + name(id);
    try {
      String uri =
          camel.getRoute(route) == null
              ? null
              : camel.getRoute(route).getEndpoint().getEndpointUri();
      camel.getRouteController().stopRoute(route, 10, TimeUnit.SECONDS);
      camel.removeRoute(route);
      if (uri != null) {
        camel.removeEndpoints(uri);
      }
    } catch (Exception e) {
      LOG.error("The route {} could not be removed", route, e);
    }
    running.remove(id);
    polled.forget(id);
    LOG.info("Channel {} is not polled any more", id);
  }

  private static String name(String id) {
    return id.replaceAll("[^A-Za-z0-9-]", "-");
  }

  /** The ids of the channels that have a route. */
  Set<String> ids() {
    return Set.copyOf(running.keySet());
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    ScheduledExecutorService current = worker;
    worker = null;
    if (current != null) {
      current.shutdownNow();
    }
  }
}
