<#-- X12 865, purchase order change acknowledgment. Model: Confirmation865. -->
<#import "parties.ftl" as p>
<x12-865>
  <BCA BCA01="${purpose}" BCA02="${verdict}" BCA03="${poNumber}" BCA04="${release!}" BCA05="${changeNumber!}" BCA06="${poDate!}" BCA08="${contract!}" BCA09="${salesOrder!}" BCA10="${date}"/>
  <#if currency??><CUR CUR01="SE" CUR02="${currency}"/></#if>
  <@p.references of=references/>
  <@p.loops of=parties/>
  <#list lines as line>
  <POC POC01="${line.number}" POC02="${line.code}" POC03="${line.quantity!}" POC05="${line.unit!}" POC06="${line.price!}" POC07="${line.basis!}"<@p.pairs of=line.ids tag="POC" from=8/>/>
  <@p.references of=line.references/>
  <#list line.acks as ack>
  <ACK ACK01="${ack.code}" ACK02="${ack.quantity!}" ACK03="${ack.unit!}" ACK04="${ack.dateQualifier!}" ACK05="${ack.date!}"/>
  </#list>
  </#list>
  <CTT CTT01="${lines?size?c}"/>
</x12-865>
