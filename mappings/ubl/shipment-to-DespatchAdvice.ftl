<#-- UBL DespatchAdvice, a shipment as it was packed. Model: ShippedGoods, PeppolProcess. -->
<#import "parts.ftl" as p>
<@p.document root="DespatchAdvice" customization="urn:fdc:peppol.eu:poacc:trns:despatch_advice:3" profile="urn:fdc:peppol.eu:poacc:bis:despatch_advice:3">
  <cbc:ID>${shipmentId}</cbc:ID>
  <cbc:IssueDate>${date}</cbc:IssueDate>
  <cbc:IssueTime>${envelope.at[11..18]}</cbc:IssueTime>
  <@p.test order=order/>
  <@p.orderReference of=order/>
  <cac:DespatchSupplierParty>
    <@p.party of=order.seller endpoint=process.us! names=!process.peppol/>
  </cac:DespatchSupplierParty>
  <cac:DeliveryCustomerParty>
    <@p.party of=order.shipTo!order.buyer!{"ids": []} endpoint=process.peppol?then(process.them!, "") names=!process.peppol/>
  </cac:DeliveryCustomerParty>
  <#if order.buyer??>
  <cac:BuyerCustomerParty>
    <@p.party of=order.buyer address=false legal=false/>
  </cac:BuyerCustomerParty>
  </#if>
  <cac:Shipment>
    <cbc:ID>${process.peppol?then("NA", shipmentId)}</cbc:ID>
    <#if tracking?? || billOfLading?? || scac??>
    <cac:Consignment>
      <cbc:ID>${tracking!billOfLading!process.peppol?then("NA", shipmentId)}</cbc:ID>
      <#if scac??>
      <cac:CarrierParty>
        <cac:PartyName>
          <cbc:Name>${scac}</cbc:Name>
        </cac:PartyName>
      </cac:CarrierParty>
      </#if>
    </cac:Consignment>
    </#if>
    <cac:Delivery>
      <#if arrives??>
      <@p.period name="EstimatedDeliveryPeriod" from=arrives.date until=arrives.date/>
      </#if>
      <cac:Despatch>
        <cbc:ActualDespatchDate>${ships}</cbc:ActualDespatchDate>
        <cbc:ActualDespatchTime>${shippedAt[11..18]}</cbc:ActualDespatchTime>
      </cac:Despatch>
    </cac:Delivery>
  </cac:Shipment>
  <#list lines as line>
  <cac:DespatchLine>
    <cbc:ID>${line?counter}</cbc:ID>
    <@p.quantity name="DeliveredQuantity" of=line.quantity unitCode=line.unit!/>
    <cac:OrderLineReference>
      <cbc:LineID>${line.number}</cbc:LineID>
      <@p.orderReference of=order/>
    </cac:OrderLineReference>
    <@p.item of=line.item serials=line.serials lots=line.lots/>
    <#assign units = packed(packages, line.number)>
    <#if units?size gt 0>
    <cac:Shipment>
      <cbc:ID>NA</cbc:ID>
      <#list units as unit>
      <cac:TransportHandlingUnit>
        <cbc:ID<#if process.peppol> schemeID="SSCC"</#if>>${unit.sscc}</cbc:ID>
      </cac:TransportHandlingUnit>
      </#list>
    </cac:Shipment>
    </#if>
  </cac:DespatchLine>
  </#list>
</@p.document>
<#-- The packages with an SSCC that hold something of a line, wherever they stand. -->
<#function packed all line>
<#local found = []>
<#list all as pack>
<#if pack.sscc?? && pack.contents?filter(content -> content.number == line)?size gt 0>
<#local found = found + [pack]>
</#if>
<#local found = found + packed(pack.packages, line)>
</#list>
<#return found>
</#function>
