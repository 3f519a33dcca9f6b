package io.quayside.fulfilment.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.fulfilment.ShippingDesk;
import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.GoodsShipped.Content;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PackerTest {

  private static Packer.Goods goods(String line, String quantity, String perPack, String weight) {
    return new Packer.Goods(
        line, "1", "EA", new BigDecimal(quantity), decimal(perPack), decimal(weight));
  }

  private static BigDecimal decimal(String number) {
    return number == null ? null : new BigDecimal(number);
  }

  private static List<String> quantities(List<ShippingDesk.Package> cartons) {
    return cartons.stream()
        .map(
            carton ->
                String.join(
                    "+",
                    carton.contents().stream()
                        .map(c -> c.lineNumber() + ":" + c.quantity())
                        .toList()))
        .toList();
  }

  @Test
  void aLineWithoutPacksIsOneCarton() {
    List<Packer.Goods> goods = List.of(goods("10", "60", null, null));
    assertThat(Packer.byPack(goods)).isEqualTo(1);
    assertThat(quantities(Packer.counted(goods, 1))).containsExactly("10:60");
  }

  @Test
  void aLineWithPacksIsACartonAPackAndOneForTheRest() {
    assertThat(Packer.byPack(List.of(goods("10", "30", "12", null)))).isEqualTo(3);
  }

  @Test
  void nothingPackedOfALineMakesNoCarton() {
    List<Packer.Goods> nothing = List.of(goods("10", "0", "12", null));
    assertThat(Packer.byPack(nothing)).isZero();
    assertThat(Packer.counted(nothing, 2)).isEmpty();
  }

  @Test
  void oneCartonHoldsAll() {
    List<Packer.Goods> goods = List.of(goods("10", "5", null, null), goods("20", "4", null, null));
    assertThat(quantities(Packer.counted(goods, 1))).containsExactly("10:5+20:4");
  }

  @Test
  void ofSeveralCartonsNobodyToldWhatIsInWhich() {
    List<Packer.Goods> goods =
        List.of(goods("10", "5", null, "1.5"), goods("20", "4", null, "0.5"));
    List<GoodsShipped.Package> tree =
        Packer.tree(Packer.counted(goods, 3), goods, null, "LB", () -> null);
    assertThat(tree).hasSize(3).allMatch(carton -> carton.contents().isEmpty());
    assertThat(tree)
        .extracting(GoodsShipped.Package::weight)
        .containsExactly("3.17", "3.17", "3.16");
  }

  @Test
  void cartonsOfOnePalletStandBelowIt() {
    List<Packer.Goods> goods = List.of(goods("10", "4", null, "1.5"));
    List<ShippingDesk.Package> cartons =
        List.of(carton("A", "2"), carton("A", "1"), carton(null, "1"));
    AtomicInteger serial = new AtomicInteger();
    List<GoodsShipped.Package> tree =
        Packer.tree(cartons, goods, null, "LB", () -> "S" + serial.incrementAndGet());
    assertThat(tree).extracting(GoodsShipped.Package::type).containsExactly("carton", "pallet");
    assertThat(tree.get(0).weight()).isEqualTo("1.5");
    assertThat(tree.get(1).packages())
        .extracting(GoodsShipped.Package::weight)
        .containsExactly("3", "1.5");
    assertThat(tree.get(1).sscc()).isEqualTo("S4");
  }

  @Test
  void aTotalWeightIsSpreadToTheLastHundredth() {
    List<Packer.Goods> goods = List.of(goods("10", "3", null, null));
    List<ShippingDesk.Package> cartons =
        List.of(carton(null, "1"), carton(null, "1"), carton(null, "1"));
    assertThat(Packer.tree(cartons, goods, new BigDecimal("10"), "KG", () -> null))
        .extracting(GoodsShipped.Package::weight)
        .containsExactly("3.33", "3.34", "3.33");
  }

  private static ShippingDesk.Package carton(String pallet, String quantity) {
    return new ShippingDesk.Package(
        pallet, null, null, null, List.of(new Content("10", "1", quantity, "EA")));
  }
}
