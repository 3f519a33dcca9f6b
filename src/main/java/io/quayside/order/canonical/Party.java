package io.quayside.order.canonical;

import java.util.List;

/** Somebody named in the order. N1*ST*Acme Store 42*92*0042~ */
public record Party(
    String role,
    String roleCode,
    String name,
    String name2,
    List<PartyId> ids,
    Address address,
    List<Contact> contacts,
    String taxId,
    List<Reference> references) {

  public Party {
    ids = PurchaseOrder.orEmpty(ids);
    contacts = PurchaseOrder.orEmpty(contacts);
    references = PurchaseOrder.orEmpty(references);
  }

  Party as(String newRole) {
    return new Party(newRole, roleCode, name, name2, ids, address, contacts, taxId, references);
  }
}
