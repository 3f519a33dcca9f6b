package io.quayside.fulfilment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.order.OrderViews;
import io.quayside.order.Orders;
import io.quayside.partner.Companies;
import io.quayside.partner.Company;
import io.quayside.partner.Partners;
import io.quayside.work.Counters;
import io.quayside.work.Database;
import io.quayside.work.DatabaseUnderTest;
import io.quayside.work.Ids;
import io.quayside.work.Inbox;
import io.quayside.work.Numbers;
import io.quayside.work.Outbox;
import io.quayside.work.Problems;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** All of fulfilment on one database, with a company that has a GS1 prefix and without partners. */
public final class FulfilmentBench implements AutoCloseable {

  private final DatabaseUnderTest ground;
  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

  public FulfilmentBench(String kind) {
    ground = DatabaseUnderTest.open(kind);
    ground.json().setSerializationInclusion(JsonInclude.Include.NON_NULL);
    beans.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
    beans.registerBean(Database.class, ground::database);
    beans.registerBean(ObjectMapper.class, ground::json);
    beans.registerBean(Clock.class, ground::clock);
    beans.registerBean(Ids.class, ground::ids);
    beans.registerBean(Inbox.class, ground::inbox);
    beans.registerBean(Outbox.class, ground::outbox);
    beans.registerBean(Counters.class, ground::counters);
    beans.registerBean(Problems.class, ground::problems);
    beans.registerBean(Numbers.class);
    beans.registerBean(Partners.class, () -> stub(Partners.class, Optional.empty()));
    beans.registerBean(Orders.class, () -> stub(Orders.class, false));
    beans.registerBean(OrderViews.class, () -> stub(OrderViews.class, Optional.empty()));
    beans.registerBean(Companies.class, () -> new OneCompany());
    beans.scan("io.quayside.fulfilment");
    beans.refresh();
  }

  public <T> T bean(Class<T> type) {
    return beans.getBean(type);
  }

  public SentMessages sent() {
    return new SentMessages(ground.database(), ground.json());
  }

  @Override
  public void close() {
    beans.close();
    ground.close();
  }

  /** Gives the same answer to everything. */
  private static <T> T stub(Class<T> type, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> answer));
  }

  private record OneCompany(Company standard) implements Companies {

    OneCompany() {
      this(
          new Company(
              "main", "Our company", null, null, "0614141", List.of(), ZoneId.of("UTC"), "USD"));
    }

    @Override
    public List<Company> all() {
      return List.of(standard);
    }

    @Override
    public Optional<Company> find(String id) {
      return Optional.of(standard).filter(company -> company.id().equals(id));
    }
  }
}
