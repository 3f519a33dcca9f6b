<#-- X12 855, purchase order acknowledgment. Model: Confirmation855. -->
<#import "parties.ftl" as p>
<x12-855>
  <BAK BAK01="${purpose}" BAK02="${verdict}" BAK03="${poNumber}" BAK04="${poDate!}" BAK05="${release!}" BAK07="${contract!}" BAK08="${salesOrder!}" BAK09="${date}"/>
  <#if currency??><CUR CUR01="SE" CUR02="${currency}"/></#if>
  <@p.references of=references/>
  <@p.loops of=parties/>
  <#list lines as line>
  <PO1 PO101="${line.number}" PO102="${line.quantity!}" PO103="${line.unit!}" PO104="${line.price!}" PO105="${line.basis!}"<@p.pairs of=line.ids tag="PO1" from=6/>/>
  <@p.references of=line.references/>
  <#list line.acks as ack>
  <ACK ACK01="${ack.code}" ACK02="${ack.quantity!}" ACK03="${ack.unit!}" ACK04="${ack.dateQualifier!}" ACK05="${ack.date!}"/>
  </#list>
  </#list>
  <CTT CTT01="${lines?size?c}"/>
</x12-855>
