<#-- UBL OrderResponse. Model: ConfirmedOrder, PeppolProcess. AP: all as ordered, RE: nothing, CA: with changes, which alone names lines (PEPPOL-T76, UNCL 4343). -->
<#import "parts.ftl" as p>
<#assign code = {"accepted": "AP", "changed": "CA", "rejected": "RE"}[verdict]>
<#assign customization = process.advanced?then("urn:fdc:peppol.eu:poacc:trns:order_response_advanced:3", "urn:fdc:peppol.eu:poacc:trns:order_response:3")>
<#assign profile = process.advanced?then("urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3", "urn:fdc:peppol.eu:poacc:bis:ordering:3")>
<#assign days = lines?filter(line -> line.from??)>
<@p.document root="OrderResponse" customization=customization profile=profile>
  <cbc:ID>${envelope.id}</cbc:ID>
  <@p.element name="SalesOrderID" value=order.salesOrder!/>
  <cbc:IssueDate>${date}</cbc:IssueDate>
  <cbc:IssueTime>${envelope.at[11..18]}</cbc:IssueTime>
  <cbc:OrderResponseCode<#if process.peppol> listID="UNCL4343"</#if>>${code}</cbc:OrderResponseCode>
  <#assign notes = order.test?then(["TEST"], [])>
  <#if code == "RE">
  <#list lines as line><#list line.parts?filter(part -> part.reasonText??) as part><#assign notes = notes + ["Line " + line.number + ": " + part.reasonText]></#list></#list>
  </#if>
  <@p.element name="Note" value=notes?join("; ")/>
  <cbc:DocumentCurrencyCode>${order.currency}</cbc:DocumentCurrencyCode>
  <@p.orderReference of=order/>
  <cac:SellerSupplierParty>
    <@p.party of=order.seller endpoint=process.us! address=false names=!process.peppol/>
  </cac:SellerSupplierParty>
  <cac:BuyerCustomerParty>
    <@p.party of=order.buyer!{"ids": []} endpoint=process.them! address=false names=!process.peppol/>
  </cac:BuyerCustomerParty>
  <#if days?size gt 0>
  <cac:Delivery>
    <@p.period name="PromisedDeliveryPeriod" from=days?map(line -> line.from)?sort?first until=days?map(line -> line.until)?sort?last/>
  </cac:Delivery>
  </#if>
  <#if code == "CA">
  <#list lines as line>
  <cac:OrderLine>
    <cac:LineItem>
      <cbc:ID>${line?counter}</cbc:ID>
      <#assign reasons = line.parts?filter(part -> part.reasonText?? || part.reason??)>
      <#if reasons?size gt 0>
      <cbc:Note>${reasons?map(part -> part.reasonText!part.reason)?join("; ")}</cbc:Note>
      </#if>
      <cbc:LineStatusCode<#if process.peppol> listID="UNCL1229"</#if>>${{"accepted": "5", "changed": "3", "rejected": "7"}[line.verdict]}</cbc:LineStatusCode>
      <#if line.verdict != "rejected">
      <@p.quantity name="Quantity" of=line.accepted unitCode=line.unit!/>
      <#if line.backordered != "0">
      <@p.quantity name="MaximumBackorderQuantity" of=line.backordered unitCode=line.unit!/>
      </#if>
      <#if line.from??>
      <cac:Delivery>
        <@p.period name="PromisedDeliveryPeriod" from=line.from until=line.until/>
      </cac:Delivery>
      </#if>
      </#if>
      <#if line.price?? && line.verdict != "rejected">
      <@p.price amount=line.price.amount currency=order.currency per=line.price.per! unitCode=line.price.unit!line.unit!/>
      </#if>
      <@p.item of=line.item/>
    </cac:LineItem>
    <cac:OrderLineReference>
      <cbc:LineID>${line.number}</cbc:LineID>
    </cac:OrderLineReference>
  </cac:OrderLine>
  </#list>
  </#if>
</@p.document>
