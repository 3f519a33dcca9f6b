<#-- X12 850, purchase order to a supplier. Model: SupplierOrder850. -->
<#import "parties.ftl" as p>
<x12-850>
  <BEG BEG01="00" BEG02="${kind}" BEG03="${number}" BEG05="${date}"/>
  <#if currency??><CUR CUR01="BY" CUR02="${currency}"/></#if>
  <@p.references of=references/>
  <#if wantedShip??><DTM DTM01="010" DTM02="${wantedShip}"/></#if>
  <#if wantedBy??><DTM DTM01="002" DTM02="${wantedBy}"/></#if>
  <@p.loops of=parties/>
  <#list lines as line>
  <PO1 PO101="${line.number}" PO102="${line.quantity}" PO103="${line.unit!}" PO104="${line.price!}"<@p.pairs of=line.ids tag="PO1" from=6/>/>
  <#if line.description??><PID PID01="F" PID05="${line.description}"/></#if>
  </#list>
  <CTT CTT01="${lines?size?c}"/>
</x12-850>
