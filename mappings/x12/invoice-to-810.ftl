<#-- X12 810, invoice. Model: Invoice810; amounts come with their implied decimals. -->
<#import "parties.ftl" as p>
<x12-810>
  <BIG BIG01="${date}" BIG02="${number}" BIG03="${poDate!}" BIG04="${poNumber}" BIG05="${release!}" BIG07="${kind!}"/>
  <#if currency??><CUR CUR01="SE" CUR02="${currency}"/></#if>
  <@p.references of=references/>
  <@p.loops of=parties/>
  <#if terms??>
  <ITD ITD01="${terms.type}" ITD02="${terms.basis!}" ITD03="${terms.percent!}" ITD04="${terms.discountDate!}" ITD05="${terms.discountDays!}" ITD06="${terms.dueDate!}" ITD07="${terms.netDays!}" ITD08="${terms.discount!}" ITD12="${terms.description!}"/>
  </#if>
  <#if shipped??><DTM DTM01="011" DTM02="${shipped}"/></#if>
  <#list lines as line>
  <IT1 IT101="${line.number}" IT102="${line.quantity}" IT103="${line.unit!}" IT104="${line.price!}" IT105="${line.basis!}"<@p.pairs of=line.ids tag="IT1" from=6/>/>
  <@p.references of=line.references/>
  </#list>
  <TDS TDS01="${totals.total}" TDS02="${totals.discountable!}" TDS03="${totals.discounted!}" TDS04="${totals.discount!}"/>
  <#list taxes as tax>
  <TXI TXI01="${tax.code}" TXI02="${tax.amount}" TXI03="${tax.rate!}"/>
  </#list>
  <#list charges as sac>
  <SAC SAC01="${sac.kind}" SAC02="${sac.code!"ZZZZ"}" SAC05="${sac.amount}" SAC06="${sac.percentBasis!}" SAC07="${sac.percent!}" SAC12="${sac.handling!}" SAC15="${sac.description!}"/>
  </#list>
  <CTT CTT01="${lines?size?c}"/>
</x12-810>
