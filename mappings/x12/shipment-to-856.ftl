<#-- X12 856, ship notice. Model: ShipNotice856; the tree is built already, each level knows its parent. -->
<#import "parties.ftl" as p>
<x12-856>
  <BSN BSN01="${purpose!'00'}" BSN02="${shipmentId}" BSN03="${date}" BSN04="${time}" BSN05="${structure}"/>
  <#list levels as hl>
  <HL HL01="${hl.number?c}" HL02="${(hl.parent?c)!}" HL03="${hl.code}"/>
  <#if hl.item??>
  <LIN LIN01="${hl.item.line}"<@p.pairs of=hl.item.ids tag="LIN" from=2/>/>
  <SN1 SN101="${hl.item.line}" SN102="${hl.item.quantity}" SN103="${hl.item.unit!}" SN105="${hl.item.ordered!}" SN106="${hl.item.orderedUnit!}" SN108="${hl.item.status}"/>
  <@p.references of=hl.item.references/>
  <#list hl.item.days as day>
  <DTM DTM01="${day.qualifier}" DTM02="${day.date}"/>
  </#list>
  </#if>
  <#if hl.order??>
  <PRF PRF01="${hl.order.poNumber}" PRF02="${hl.order.release!}" PRF04="${hl.order.poDate!}"/>
  <@p.references of=hl.order.references/>
  <@p.loops of=hl.order.parties/>
  </#if>
  <#if hl.unit??>
  <#list hl.unit.marks as mark>
  <MAN MAN01="${mark.code}" MAN02="${mark.value}"/>
  </#list>
  </#if>
  <#if hl.shipment??>
  <#list hl.shipment.lading as td1>
  <TD1 TD101="${td1.packaging}" TD102="${td1.count?c}" <#if td1.weight??>TD106="G" TD107="${td1.weight}" TD108="${td1.weightUnit}"</#if>/>
  </#list>
  <#if hl.shipment.scac??>
  <TD5 TD501="B" TD502="2" TD503="${hl.shipment.scac}" TD504="${hl.shipment.mode!}"/>
  <#elseif hl.shipment.routing??>
  <TD5 TD504="${hl.shipment.mode!}" TD505="${hl.shipment.routing}"/>
  </#if>
  <@p.references of=hl.shipment.references/>
  <#list hl.shipment.days as day>
  <DTM DTM01="${day.qualifier}" DTM02="${day.date}"/>
  </#list>
  <#if hl.shipment.freight??><FOB FOB01="${hl.shipment.freight}"/></#if>
  <@p.loops of=hl.shipment.parties/>
  </#if>
  </#list>
  <CTT CTT01="${count?c}"/>
</x12-856>
