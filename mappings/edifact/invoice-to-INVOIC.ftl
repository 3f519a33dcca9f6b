<#-- EDIFACT INVOIC, invoice or credit note. Model: InvoiceMessage. -->
<#import "parties.ftl" as p>
<edifact-INVOIC>
  <BGM BGM01="${kind}" BGM02="${number}" BGM03="9"/>
  <@p.day of=date code="137"/>
  <RFF RFF0101="ON" RFF0102="${poNumber}"/>
  <#if poDate??><@p.day of=poDate code="171"/></#if>
  <#list originals as one>
  <RFF RFF0101="IV" RFF0102="${one.number}"/>
  <@p.day of=one.date code="171"/>
  </#list>
  <#if delivery??><RFF RFF0101="DQ" RFF0102="${delivery}"/></#if>
  <#if salesOrder??><RFF RFF0101="VN" RFF0102="${salesOrder}"/></#if>
  <@p.references of=references/>
  <@p.loops of=parties; party>
  <#if taxId?? && ["SU", "SE"]?seq_contains(party.code)><RFF RFF0101="VA" RFF0102="${taxId}"/></#if>
  </@p.loops>
  <#if currency??><CUX CUX0101="2" CUX0102="${currency}" CUX0103="4"/></#if>
  <#if dueDate??>
  <PAT PAT01="1" PAT0301="5" PAT0302="3" PAT0303="D" PAT0304="${netDays}"/>
  <@p.day of=dueDate code="13"/>
  </#if>
  <#if discount??>
  <#if discount.date??>
  <PAT PAT01="22"/>
  <@p.day of=discount.date code="12"/>
  <#else>
  <PAT PAT01="22" PAT0301="5" PAT0302="3" PAT0303="D" PAT0304="${discount.days}"/>
  </#if>
  <PCD PCD0101="12" PCD0102="${discount.percent}"/>
  </#if>
  <#list charges as alc>
  <ALC ALC01="${alc.kind}" ALC0501="${alc.code!}"/>
  <#if alc.percent??><PCD PCD0101="3" PCD0102="${alc.percent}"/></#if>
  <MOA MOA0101="8" MOA0102="${alc.amount}"/>
  </#list>
  <#list lines as line>
  <@p.item of=line.item number=line.number/>
  <@p.quantity of=line.quantity code="47" unit=line.unit!/>
  <MOA MOA0101="203" MOA0102="${line.amount}"/>
  <#if line.price??><@p.price of=line.price/></#if>
  <@p.references of=line.references/>
  </#list>
  <UNS UNS01="S"/>
  <CNT CNT0101="2" CNT0102="${lines?size?c}"/>
  <MOA MOA0101="79" MOA0102="${sums.lines}"/>
  <MOA MOA0101="125" MOA0102="${sums.taxable}"/>
  <MOA MOA0101="${sums.taxCode}" MOA0102="${sums.tax}"/>
  <MOA MOA0101="${sums.totalCode}" MOA0102="${sums.total}"/>
  <#list taxes as tax>
  <TAX TAX01="7" TAX02="${tax.code}" TAX0504="${tax.percent!}" TAX06="${tax.category}"/>
  <MOA MOA0101="124" MOA0102="${tax.amount}"/>
  </#list>
</edifact-INVOIC>
