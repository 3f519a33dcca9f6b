package io.quayside.order.canonical;

import java.util.List;

/** A part of a set or assortment. SLN*1**I*2*EA~ */
public record Component(
    String number,
    String quantity,
    String unit,
    String per,
    Price price,
    List<ItemId> ids,
    String description) {

  public Component {
    ids = PurchaseOrder.orEmpty(ids);
  }
}
